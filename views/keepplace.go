package views

import (
	"time"

	"accesskeys/app/desktop"
)

// maximizeDelay is for the toolkit, whose loop has just begun, to make the window as large as its content needs.
// Done later, that would have the window manager take the maximised size for the former one.
const maximizeDelay = 100 * time.Millisecond

// placed looks after the window's place from now on: it is on screen, and the toolkit's loop has begun.
func (w *window) placed() {
	if w.place.Opened() {
		w.tasks.After(maximizeDelay, func() { w.tasks.Start(func() { desktop.Maximize(w.handle) }) })
	}
}

func (w *window) pointerMoved() {
	w.idle.Active()
	w.place.Touched()
}

// locate asks the system where the window is. Wayland tells a window's size alone.
func (w *window) locate() (p desktop.Place, sizeOnly, ok bool) {
	if w.handle == 0 {
		return p, true, false
	}
	p, ok = desktop.PlaceOf(w.handle)
	return p, false, ok
}
