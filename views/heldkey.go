package views

import "fyne.io/fyne/v2"

// heldKey tells a key that was just pressed from one that is held down, which the toolkit types again and again:
// into whatever has the keyboard by then.
type heldKey struct{ pressed bool }

// KeyDown is a key being pressed.
func (h *heldKey) KeyDown(*fyne.KeyEvent) { h.pressed = true }

// KeyUp is a key being let go.
func (h *heldKey) KeyUp(*fyne.KeyEvent) { h.pressed = false }

// once tells whether a key was pressed here since it was last asked.
func (h *heldKey) once() bool {
	pressed := h.pressed
	h.pressed = false
	return pressed
}
