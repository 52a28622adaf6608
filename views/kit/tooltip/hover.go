package tooltip

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/kit/style"
)

// Hover is embedded in a widget that may show a tip while the pointer rests on it, and look different then. TellOn must be
// called where Tips is set.
type Hover struct {
	style.Hover
	Tips  Offerer // may be nil
	owner fyne.CanvasObject
	tip   func() string
}

// TellOn sets the widget that the tip is about, and a function that returns the tip; "" is none.
func (h *Hover) TellOn(owner fyne.CanvasObject, tip func() string) { h.owner, h.tip = owner, tip }

// MouseIn implements desktop.Hoverable.
func (h *Hover) MouseIn(e *desktop.MouseEvent) {
	h.Hover.MouseIn(e)
	if h.Tips == nil {
		return
	}
	if tip := h.tip(); tip != "" {
		h.Tips.Offer(h.owner, tip)
	}
}

// MouseOut implements desktop.Hoverable.
func (h *Hover) MouseOut() {
	h.Hover.MouseOut()
	h.WithdrawTip()
}

// WithdrawTip withdraws the tip.
func (h *Hover) WithdrawTip() {
	if h.Tips != nil {
		h.Tips.Withdraw(h.owner)
	}
}
