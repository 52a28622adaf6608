package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
)

// Disclosure is a button that shows and hides what not everybody needs.
type Disclosure struct {
	*Button
	what fyne.CanvasObject
}

// NewDisclosure returns a button that shows what, which is hidden at first.
func NewDisclosure(what fyne.CanvasObject) *Disclosure {
	d := &Disclosure{Button: NewButton("", ButtonPlain, nil), what: what}
	d.OnTapped = func() { d.Open(!d.what.Visible()) }
	d.Open(false)
	return d
}

// Open shows it or hides it.
func (d *Disclosure) Open(on bool) {
	style.Show(d.what, on)
	d.Icon, d.State = theme.MenuExpandIcon(), lang.X("disclosure.closed", "closed")
	if on {
		d.Icon, d.State = theme.MenuDropDownIcon(), lang.X("disclosure.open", "open")
	}
	d.Refresh()
}
