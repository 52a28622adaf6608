package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/control"
)

// twice presses a key twice, faster than anyone can mean it. A real window hands on only the presses that count.
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

// twiceAfter presses Enter twice, of which the first does something.
func (r *rig) twiceAfter(first func()) {
	r.t.Helper()
	r.w.page.Presses.IsMeant(fyne.KeyReturn, fyne.Position{})
	first()
	if r.w.page.Presses.IsMeant(fyne.KeyReturn, fyne.Position{}) {
		r.press(fyne.KeyReturn)
	}
}

// doubleClick clicks twice at a place in the window, likewise.
func (r *rig) doubleClick(at fyne.Position) {
	for range 2 {
		if r.w.page.Presses.IsMeant(desktop.MouseButtonPrimary, at) {
			r.clickAt(at)
		}
	}
}

// clickAt clicks on what is uppermost at a place in the window.
func (r *rig) clickAt(at fyne.Position) {
	for i, k := range r.listed() { // a link acts where the press was on it, too
		if row := r.list().Pool.At(i, k.ID); row != nil {
			for _, l := range []*control.Link{row.Links.Show, row.Links.State, row.Links.Delete} {
				l.MouseDown(nil)
			}
		}
	}
	test.TapCanvas(r.canvas(), at)
}

// middle is the middle of something on screen.
func middle(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
}
