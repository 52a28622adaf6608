package style

import "fyne.io/fyne/v2/driver/desktop"

// Hover is embedded in a widget that looks different under the pointer.
type Hover struct {
	Hovered bool
	OnHover func(in bool) // may be nil
	Redraw  func()        // may be nil
}

// SetHovered sets whether the pointer is over the widget, or over what lies on it.
func (h *Hover) SetHovered(in bool) {
	h.Hovered = in
	if h.OnHover != nil {
		h.OnHover(in)
	}
	if h.Redraw != nil {
		h.Redraw()
	}
}

// MouseIn implements desktop.Hoverable.
func (h *Hover) MouseIn(*desktop.MouseEvent) { h.SetHovered(true) }

// MouseMoved implements desktop.Hoverable. It does nothing.
func (h *Hover) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (h *Hover) MouseOut() { h.SetHovered(false) }
