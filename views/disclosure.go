package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
)

// disclosure is a button that shows and hides what not everybody needs.
type disclosure struct {
	*button
	what fyne.CanvasObject
}

func newDisclosure(what fyne.CanvasObject) *disclosure {
	d := &disclosure{button: newButton("", buttonPlain, nil), what: what}
	d.OnTapped = func() { d.Open(!d.what.Visible()) }
	d.Open(false)
	return d
}

// Open shows it or hides it.
func (d *disclosure) Open(on bool) {
	show(d.what, on)
	d.Icon, d.State = theme.MenuExpandIcon(), lang.X("disclosure.closed", "closed")
	if on {
		d.Icon, d.State = theme.MenuDropDownIcon(), lang.X("disclosure.open", "open")
	}
	d.Refresh()
}
