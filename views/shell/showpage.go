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

// frame is the toolkit's window. It shows one page at a time.
type frame struct {
	page *page.Window
	win  fyne.Window
	body *fyne.Container

	onSignInOtherwise func() // shows the sign-in form, while the keyring is asking the user; nil while it is not

	sessionName func(*session.Session) string // returns the name of a session for the title
	setMenu     func()                        // updates the system's menu, which lists the accounts
}

func (f *frame) show(o fyne.CanvasObject) {
	if !f.page.Dialogs.IsOpen() { // which keeps the keyboard
		f.win.Canvas().Unfocus()
	}
	f.page.Tips.Clear()
	f.page.Presses.NewPage()
	f.body.Objects = []fyne.CanvasObject{o}
	f.body.Refresh()
	f.page.Toasts.Relayout()
}

// messageRoom returns the area of the page that messages can cover.
func (f *frame) messageRoom(s *settingsPage) toast.Room {
	if s == nil || len(f.body.Objects) == 0 || f.body.Objects[0] != s.object {
		return toast.Room{}
	}
	room := s.Room()
	room.At.Y += topbar.Height + style.LineWidth
	return room
}

func (f *frame) relayout() { f.body.Refresh() }

// showOpening shows that a session is being opened, or that the keyring is asking the user for that. Cancel calls back, and is
// not shown if back is nil.
func (f *frame) showOpening(back func()) {
	if f.onSignInOtherwise == nil {
		f.show(page.NewWaitingScreen(lang.L("Opening…")))
		return
	}
	instead := []*control.Button{control.NewButton(lang.L("Sign In Another Way"), control.ButtonDefault, f.onSignInOtherwise)}
	if back != nil {
		instead = append(instead, control.NewButton(lang.L("Cancel"), control.ButtonDefault, back))
	}
	f.show(page.NewWaitingScreen(lang.L("Waiting for the keyring. Type its password in its window."), instead...))
	f.win.Canvas().Focus(instead[0])
}
