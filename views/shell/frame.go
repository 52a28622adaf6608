package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
)

// frame is the window of the toolkit, in which one page is shown at a time.
type frame struct {
	page *page.Window
	win  fyne.Window
	body *fyne.Container

	called func(*session.Session) string // what the title says of a session
}

func (f *frame) show(o fyne.CanvasObject) {
	f.win.Canvas().Unfocus()
	f.page.Tips.Clear()
	f.body.Objects = []fyne.CanvasObject{o}
	f.body.Refresh()
}

func (f *frame) relayout() { f.body.Refresh() }

// showOpening is shown while a session is being opened without asking.
func (f *frame) showOpening() { f.show(control.Waiting(lang.L("Opening…"))) }

// setTitle names the window, and the server that it is signed in to.
func (f *frame) setTitle(s *session.Session) {
	title := AppName()
	if s != nil {
		title += " – " + f.called(s)
	}
	f.win.SetTitle(title)
}
