package views

import (
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
	layer *fyne.Container
	held  bool // nobody may see them now
}

func newToasts(t *tasks, tips *tips) *toasts {
	return &toasts{tasks: t, tips: tips, layer: container.New(topCentre{})}
}

// Done says that something worked.
func (t *toasts) Done(message string) { t.goes(t.add(toastDone, message)) }

// Hint says why nothing was done.
func (t *toasts) Hint(message string) { t.goes(t.add(toastNote, message)) }

// Note says something to know, until dismissed.
func (t *toasts) Note(message string) { t.add(toastNote, message) }

// Error says what did not work, until dismissed.
func (t *toasts) Error(message string) { t.add(toastError, message) }

// goes has a message go by itself, once it could be read.
func (t *toasts) goes(shown *toast) {
	shown.passing = true
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
	for _, o := range t.layer.Objects {
		if shown := o.(*toast); shown.passing {
			t.goes(shown)
		}
	}
	t.layer.Show()
}

// DismissLatest takes the newest message away.
func (t *toasts) DismissLatest() {
	if n := len(t.layer.Objects); n > 0 {
		t.remove(t.layer.Objects[n-1].(*toast))
	}
}

// Clear takes every message away.
func (t *toasts) Clear() {
	t.layer.RemoveAll()
	t.layer.Refresh()
}

func (t *toasts) add(kind toastKind, message string) *toast {
	for _, o := range t.layer.Objects {
		if same := o.(*toast); same.text == message {
			t.remove(same) // said again, it is said once
			break
		}
	}
	shown := newToast(kind, message, t.tips)
	shown.close.OnTapped = func() { t.remove(shown) }
	shown.close.OnKey = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			t.remove(shown)
			return
		}
		t.OnKey(e)
	}
	if len(t.layer.Objects) >= toastLimit {
		t.makeRoom()
	}
	t.layer.Add(shown)
	t.layer.Refresh() // adding alone draws nothing
	return shown
}

// makeRoom takes the oldest message away that is no error, or the oldest error where all are.
func (t *toasts) makeRoom() {
	oldest := t.layer.Objects[0].(*toast)
	for _, o := range t.layer.Objects {
		if other := o.(*toast); other.kind != toastError {
			oldest = other
			break
		}
	}
	t.remove(oldest)
}

func (t *toasts) remove(shown *toast) {
	c := fyne.CurrentApp().Driver().CanvasForObject(shown)
	focused := c != nil && c.Focused() == shown.close
	t.layer.Remove(shown)
	t.layer.Refresh()
	if focused {
		c.Unfocus()
		t.OnFocusLost()
	}
}

// topCentre stacks toasts below the top bar, in the middle. Where there is no room for all, the older ones
// wait until the newer are gone.
type topCentre struct{}

func (topCentre) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (topCentre) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const gap = 8
	room := size.Height - topBarHeight - gap
	first := len(objects)
	for ; first > 0; first-- {
		o := objects[first-1]
		height := heightAt(o, min(size.Width-24, o.(*toast).Width()))
		if room -= height + gap; room < 0 && first < len(objects) {
			break
		}
	}
	y := topBarHeight + gap
	for i, o := range objects {
		show(o, i >= first)
		if i < first {
			continue
		}
		o.Resize(fyne.NewSize(o.Size().Width, o.MinSize().Height))
		o.Move(fyne.NewPos((size.Width-o.Size().Width)/2, y))
		y += o.Size().Height + gap
	}
}
