// Package toast shows messages at the top of the window: what happened, and what did not.
package toast

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

const (
	ToastTime  = 4 * time.Second
	toastWidth = float32(520)
	ToastLimit = 4
)

type toastKind int

const (
	toastDone toastKind = iota
	toastNote
	toastError
)

// Toasts says what happened, at the top of the window. What went well goes by itself; an error stays
// until it is dismissed.
type Toasts struct {
	OnFocusLost func() // the message that had the focus is gone

	tasks *background.Tasks
	tips  *control.Tips
	top   float32  // of the window, which they leave free
	Shown []*toast // oldest first
	Layer *fyne.Container
	held  bool // nobody may see them now
}

// New returns messages that stand below top.
func New(t *background.Tasks, tips *control.Tips, top float32) *Toasts {
	out := &Toasts{tasks: t, tips: tips, top: top}
	out.Layer = container.New(topCentre{out})
	return out
}

// Done says that something worked.
func (t *Toasts) Done(message string) { t.goes(t.add(toastDone, message, true)) }

// Hint says why nothing was done.
func (t *Toasts) Hint(message string) { t.goes(t.add(toastNote, message, true)) }

// Note says something to know, until dismissed.
func (t *Toasts) Note(message string) { t.add(toastNote, message, false) }

// Error says what did not work, until dismissed.
func (t *Toasts) Error(message string) { t.add(toastError, message, false) }

// goes has a message go by itself, once it could be read.
func (t *Toasts) goes(shown *toast) {
	t.tasks.After(ToastTime, func() {
		if !t.held {
			t.remove(shown)
		}
	})
}

// Hold has no message shown, and none lost, until Release.
func (t *Toasts) Hold() {
	t.held = true
	t.Layer.Hide()
}

// Release shows what was held back.
func (t *Toasts) Release() {
	if !t.held {
		return
	}
	t.held = false
	for _, shown := range t.Shown {
		if shown.passing {
			t.goes(shown)
		}
	}
	t.Layer.Show()
}

// Dismiss takes the message away that has the keyboard, or else the newest.
func (t *Toasts) Dismiss() {
	if len(t.Shown) == 0 {
		return
	}
	i := slices.IndexFunc(t.Shown, func(shown *toast) bool { return shown.CloseButton.Focused })
	if i < 0 {
		i = len(t.Shown) - 1
	}
	t.remove(t.Shown[i])
}

// Withdraw takes a message away that no longer holds.
func (t *Toasts) Withdraw(message string) {
	for _, shown := range t.Shown {
		if shown.Text == message {
			t.remove(shown)
			return
		}
	}
}

// Clear takes every message away.
func (t *Toasts) Clear() {
	t.Shown = nil
	t.draw()
}

// draw puts what is to be shown on the layer.
func (t *Toasts) draw() {
	t.Layer.Objects = nil
	for _, shown := range t.Shown {
		t.Layer.Objects = append(t.Layer.Objects, shown.Object)
	}
	t.Layer.Refresh()
}

func (t *Toasts) add(kind toastKind, message string, passing bool) *toast {
	for _, same := range t.Shown {
		if same.Text == message {
			t.remove(same) // said again, it is said once
			break
		}
	}
	shown := newToast(kind, message, t.tips)
	shown.passing = passing
	shown.CloseButton.OnTapped = func() { t.remove(shown) }
	if len(t.Shown) >= ToastLimit {
		t.makeRoom(passing)
	}
	t.Shown = append(t.Shown, shown)
	t.draw()
	return shown
}

// makeRoom takes the oldest message away that goes by itself. Where there is none, it takes the oldest that is no
// error, or the oldest error where all are; but nothing that stays goes for what passes.
func (t *Toasts) makeRoom(passing bool) {
	oldest := t.oldest(func(shown *toast) bool { return shown.passing })
	if oldest == nil && passing {
		return
	}
	if oldest == nil {
		oldest = t.oldest(func(shown *toast) bool { return shown.kind != toastError })
	}
	if oldest == nil {
		oldest = t.Shown[0]
	}
	t.remove(oldest)
}

// oldest is the message that has been there longest of those that are so, or nil.
func (t *Toasts) oldest(so func(*toast) bool) *toast {
	if i := slices.IndexFunc(t.Shown, so); i >= 0 {
		return t.Shown[i]
	}
	return nil
}

func (t *Toasts) remove(shown *toast) {
	c := fyne.CurrentApp().Driver().CanvasForObject(shown.Object)
	focused := c != nil && c.Focused() == shown.CloseButton
	t.Shown = slices.DeleteFunc(t.Shown, func(other *toast) bool { return other == shown })
	t.draw()
	if focused {
		c.Unfocus()
		t.OnFocusLost()
	}
}

// Retranslate sets the messages' buttons in the current language.
func (t *Toasts) Retranslate() {
	for _, shown := range t.Shown {
		shown.CloseButton.Hint = dismissHint()
	}
}

// Has tells whether something is a message's button.
func (t *Toasts) Has(focused fyne.Focusable) bool {
	for _, shown := range t.Shown {
		if shown.CloseButton == focused {
			return true
		}
	}
	return false
}

// topCentre stacks toasts below the top bar, in the middle. Where there is no room for all, the older ones
// wait until the newer are gone.
type topCentre struct{ toasts *Toasts }

func (topCentre) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l topCentre) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	const gap = 8
	all := l.toasts.Shown
	room := size.Height - l.toasts.top - gap
	first := len(all)
	for ; first > 0; first-- {
		shown := all[first-1]
		height := control.HeightAt(shown.Object, min(size.Width-24, shown.Width()))
		if room -= height + gap; room < 0 && first < len(all) {
			break
		}
	}
	y := l.toasts.top + gap
	for i, shown := range all {
		o := shown.Object
		style.Show(o, i >= first)
		if i < first {
			continue
		}
		o.Resize(fyne.NewSize(o.Size().Width, o.MinSize().Height))
		o.Move(fyne.NewPos((size.Width-o.Size().Width)/2, y))
		y += o.Size().Height + gap
	}
}
