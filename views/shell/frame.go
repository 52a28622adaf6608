package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/toast"
	"accesskeys/views/topbar"
)

// frame is the window of the toolkit, in which one page is shown at a time.
type frame struct {
	page *page.Window
	win  fyne.Window
	body *fyne.Container

	otherwise func() // signs in otherwise, while the keyring asks the user; nil while it does not

	called  func(*session.Session) string // what the title says of a session
	setMenu func()                        // has the system's menu tell of the accounts
}

func (f *frame) show(o fyne.CanvasObject) {
	f.win.Canvas().Unfocus()
	f.page.Tips.Clear()
	f.page.Presses.NewPage()
	f.body.Objects = []fyne.CanvasObject{o}
	f.body.Refresh()
}

// messageRoom is where the page has room for messages.
func (f *frame) messageRoom(s *settingsPage) toast.Room {
	if s == nil || len(f.body.Objects) == 0 || f.body.Objects[0] != s.object {
		return toast.Room{}
	}
	room := s.Room()
	room.At.Y += topbar.Height + style.LineWidth
	return room
}

func (f *frame) relayout() { f.body.Refresh() }

// showOpening is shown while a session is being opened without asking, or with the keyring asking.
func (f *frame) showOpening() {
	if f.otherwise == nil {
		f.show(control.NewWaitingScreen(lang.L("Opening…")))
		return
	}
	otherwise := control.NewButton(lang.L("Sign In Otherwise"), control.ButtonDefault, f.otherwise)
	f.show(control.NewWaitingScreen(lang.L("Waiting for your keyring. Look for its window."), otherwise))
	f.win.Canvas().Focus(otherwise)
}
