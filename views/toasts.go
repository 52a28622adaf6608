package views

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

const (
	toastTime  = 4 * time.Second
	toastWidth = float32(520)
	toastLimit = 4
)

type toastKind int

const (
	toastDone toastKind = iota
	toastNote
	toastError
)

// toasts says what happened, at the top of the window. What went well goes by itself; an error stays
// until it is dismissed.
type toasts struct {
	OnKey       func(*fyne.KeyEvent) // what a focused message has no use for
	OnFocusLost func()               // the message that had the focus is gone

	tasks *tasks
	tips  *tips
	top   float32  // of the window, which they leave free
	shown []*toast // oldest first
	layer *fyne.Container
	held  bool // nobody may see them now
}

// newToasts returns messages that stand below top.
func newToasts(t *tasks, tips *tips, top float32) *toasts {
	out := &toasts{tasks: t, tips: tips, top: top}
	out.layer = container.New(topCentre{out})
	return out
}

// Done says that something worked.
func (t *toasts) Done(message string) { t.goes(t.add(toastDone, message, true)) }

// Hint says why nothing was done.
func (t *toasts) Hint(message string) { t.goes(t.add(toastNote, message, true)) }

// Note says something to know, until dismissed.
func (t *toasts) Note(message string) { t.add(toastNote, message, false) }

// Error says what did not work, until dismissed.
func (t *toasts) Error(message string) { t.add(toastError, message, false) }

// goes has a message go by itself, once it could be read.
func (t *toasts) goes(shown *toast) {
	t.tasks.after(toastTime, func() {
		if !t.held {
			t.remove(shown)
		}
	})
}

// Hold has no message shown, and none lost, until Release.
func (t *toasts) Hold() {
	t.held = true
	t.layer.Hide()
}

// Release shows what was held back.
func (t *toasts) Release() {
	if !t.held {
		return
	}
	t.held = false
	for _, shown := range t.shown {
		if shown.passing {
			t.goes(shown)
		}
	}
	t.layer.Show()
}

// DismissLatest takes the newest message away.
func (t *toasts) DismissLatest() {
	if n := len(t.shown); n > 0 {
		t.remove(t.shown[n-1])
	}
}

// Withdraw takes a message away that no longer holds.
func (t *toasts) Withdraw(message string) {
	for _, shown := range t.shown {
		if shown.text == message {
			t.remove(shown)
			return
		}
	}
}

// Clear takes every message away.
func (t *toasts) Clear() {
	t.shown = nil
	t.draw()
}

// draw puts what is to be shown on the layer.
func (t *toasts) draw() {
	t.layer.Objects = nil
	for _, shown := range t.shown {
		t.layer.Objects = append(t.layer.Objects, shown.object)
	}
	t.layer.Refresh()
}

func (t *toasts) add(kind toastKind, message string, passing bool) *toast {
	for _, same := range t.shown {
		if same.text == message {
			t.remove(same) // said again, it is said once
			break
		}
	}
	shown := newToast(kind, message, t.tips)
	shown.passing = passing
	shown.close.OnTapped = func() { t.remove(shown) }
	shown.close.OnKey = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			t.remove(shown)
			return
		}
		t.OnKey(e)
	}
	if len(t.shown) >= toastLimit {
		t.makeRoom(passing)
	}
	t.shown = append(t.shown, shown)
	t.draw()
	return shown
}

// makeRoom takes the oldest message away that goes by itself. Where there is none, it takes the oldest that is no
// error, or the oldest error where all are; but nothing that stays goes for what passes.
func (t *toasts) makeRoom(passing bool) {
	oldest := t.oldest(func(shown *toast) bool { return shown.passing })
	if oldest == nil && passing {
		return
	}
	if oldest == nil {
		oldest = t.oldest(func(shown *toast) bool { return shown.kind != toastError })
	}
	if oldest == nil {
		oldest = t.shown[0]
	}
	t.remove(oldest)
}

// oldest is the message that has been there longest of those that are so, or nil.
func (t *toasts) oldest(so func(*toast) bool) *toast {
	if i := slices.IndexFunc(t.shown, so); i >= 0 {
		return t.shown[i]
	}
	return nil
}

func (t *toasts) remove(shown *toast) {
	c := fyne.CurrentApp().Driver().CanvasForObject(shown.object)
	focused := c != nil && c.Focused() == shown.close
	t.shown = slices.DeleteFunc(t.shown, func(other *toast) bool { return other == shown })
	t.draw()
	if focused {
		c.Unfocus()
		t.OnFocusLost()
	}
}

// sayAnew words the messages' buttons in the language of now.
func (t *toasts) sayAnew() {
	for _, shown := range t.shown {
		shown.close.Hint = dismissHint()
	}
}

// has tells whether something is a message's button.
func (t *toasts) has(focused fyne.Focusable) bool {
	for _, shown := range t.shown {
		if shown.close == focused {
			return true
		}
	}
	return false
}

// topCentre stacks toasts below the top bar, in the middle. Where there is no room for all, the older ones
// wait until the newer are gone.
type topCentre struct{ toasts *toasts }

func (topCentre) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l topCentre) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	const gap = 8
	all := l.toasts.shown
	room := size.Height - l.toasts.top - gap
	first := len(all)
	for ; first > 0; first-- {
		shown := all[first-1]
		height := heightAt(shown.object, min(size.Width-24, shown.Width()))
		if room -= height + gap; room < 0 && first < len(all) {
			break
		}
	}
	y := l.toasts.top + gap
	for i, shown := range all {
		o := shown.object
		show(o, i >= first)
		if i < first {
			continue
		}
		o.Resize(fyne.NewSize(o.Size().Width, o.MinSize().Height))
		o.Move(fyne.NewPos((size.Width-o.Size().Width)/2, y))
		y += o.Size().Height + gap
	}
}
