package control

import "fyne.io/fyne/v2"

// HeldKey tells a key that was just pressed from one that is held down, which the toolkit types again and again:
// into whatever has the keyboard by then.
type HeldKey struct{ pressed bool }

// KeyDown is a key being pressed.
func (h *HeldKey) KeyDown(*fyne.KeyEvent) { h.pressed = true }

// KeyUp is a key being let go.
func (h *HeldKey) KeyUp(*fyne.KeyEvent) { h.pressed = false }

// Once tells whether a key was pressed here since it was last asked.
func (h *HeldKey) Once() bool {
	pressed := h.pressed
	h.pressed = false
	return pressed
}
