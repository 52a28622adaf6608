package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
)

// twice presses a key twice, faster than any user could intend. Like a real window, it passes on only the presses that
// count.
func (r *rig) twice(name fyne.KeyName) {
	r.t.Helper()
	for range 2 {
		if r.w.page.Presses.IsMeant(name, fyne.Position{}) {
			r.press(name)
		}
	}
}

// enterOnce presses Enter.
func (r *rig) enterOnce() {
	r.t.Helper()
	if r.w.page.Presses.IsMeant(fyne.KeyReturn, fyne.Position{}) {
		r.press(fyne.KeyReturn)
	}
}

// twiceAfter presses Enter twice; the first press does something.
func (r *rig) twiceAfter(first func()) {
	r.t.Helper()
	r.w.page.Presses.IsMeant(fyne.KeyReturn, fyne.Position{})
	first()
	if r.w.page.Presses.IsMeant(fyne.KeyReturn, fyne.Position{}) {
		r.press(fyne.KeyReturn)
	}
}

// doubleClick clicks twice at a point in the window, in the same way as twice.
func (r *rig) doubleClick(at fyne.Position) {
	for range 2 {
		r.clickIfMeant(at)
	}
}

// clickIfMeant clicks at a point in the window, unless that is not meant for what is there.
func (r *rig) clickIfMeant(at fyne.Position) {
	if r.w.page.Presses.IsMeant(desktop.MouseButtonPrimary, at) {
		r.clickAt(at)
	}
}

// clickAt clicks on the uppermost widget at a point in the window.
func (r *rig) clickAt(at fyne.Position) {
	var listed []keys.Key
	if r.signedIn() {
		listed = r.listed()
	}
	for i, k := range listed { // a link acts only if the press was on it too
		if row := r.list().Pool.At(i, k.ID); row != nil {
			for _, l := range []*control.Link{row.Links.Show, row.Links.State, row.Links.Delete} {
				l.MouseDown(nil)
			}
		}
	}
	test.TapCanvas(r.canvas(), at)
}

// middle returns the centre of an object on screen.
func middle(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
}
