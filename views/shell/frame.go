package shell

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/kit/page"
)

// frame is the window of the toolkit, in which one page is shown at a time.
type frame struct {
	page *page.Window
	win  fyne.Window
	body *fyne.Container
}

func (f *frame) show(o fyne.CanvasObject) {
	f.win.Canvas().Unfocus()
	f.page.Tips.Clear()
	f.body.Objects = []fyne.CanvasObject{o}
	f.body.Refresh()
}

func (f *frame) relayout() { f.body.Refresh() }
