package control

import "fyne.io/fyne/v2"

// HeldKey distinguishes a key that was just pressed from a key that is held down. The toolkit types a held key again
// and again, into whatever control has the focus by then. A control embeds HeldKey.
type HeldKey struct{ pressed bool }

// KeyDown implements desktop.Keyable.
func (h *HeldKey) KeyDown(*fyne.KeyEvent) { h.pressed = true }

// KeyUp implements desktop.Keyable.
func (h *HeldKey) KeyUp(*fyne.KeyEvent) { h.pressed = false }

// TakePress reports whether a key was pressed in this control since the last call, so once for each press.
func (h *HeldKey) TakePress() bool {
	pressed := h.pressed
	h.pressed = false
	return pressed
}
