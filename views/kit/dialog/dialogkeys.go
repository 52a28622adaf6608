package dialog

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/scroll"
)

// HandleKey handles the keys that no control in the open dialog uses.
func (d *Dialogs) HandleKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if d.onEscape != nil {
			d.onEscape()
		}
	case fyne.KeyLeft:
		d.canvas.FocusPrevious()
	case fyne.KeyRight:
		d.canvas.FocusNext()
	default:
		if d.Scroll != nil {
			scroll.ByKey(d.Scroll, e.Name)
		}
	}
}
