package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
)

// Disclosure is a button that shows and hides an object that not every user needs.
type Disclosure struct {
	*Button
	what fyne.CanvasObject
}

// NewDisclosure returns a button that shows and hides what, and hides it for a start.
func NewDisclosure(what fyne.CanvasObject, p *press.Presses) *Disclosure {
	d := &Disclosure{Button: NewButton("", ButtonPlain, nil), what: what}
	d.Toggles = p
	d.OnTapped = func() { d.Open(!d.what.Visible()) }
	d.Open(false)
	return d
}

// Open shows or hides the object.
func (d *Disclosure) Open(on bool) {
	style.Show(d.what, on)
	d.Icon, d.state = theme.MenuExpandIcon(), lang.X("disclosure.closed", "closed")
	if on {
		d.Icon, d.state = theme.MenuDropDownIcon(), lang.X("disclosure.open", "open")
	}
	d.Refresh()
}
