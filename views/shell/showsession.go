package shell

import (
	"context"

	"accesskeys/app/session"
	"accesskeys/client/route"
	"accesskeys/views/accounts"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/keyspage"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/page"
	"accesskeys/views/notices"
	"accesskeys/views/signin"
)

// sessionFlow starts and ends sessions, and shows the settings page during a session or else the sign-in form.
type sessionFlow struct {
	*state
	config    *Config
	page      *page.Window
	frame     *frame
	locking   *locking
	notices   *notices.Notices
	clipboard *clipboardguard.Guard
	accounts  *accounts.Accounts

	newSettings func(*session.Session) *settingsPage
	newSignIn   func() *signin.Page

	end       context.CancelFunc // cancels the session's tasks
	firstLoad context.CancelFunc // cancels the first load of the list
}

// show shows the settings page of a session whose keys are being loaded.
func (f *sessionFlow) show(s *session.Session) {
	f.locking.forgetTyped()
	f.chosen.back = nil
	f.leave()
	f.current, f.signIn, f.waiting = s, nil, false
	a, _ := s.Account(f.config.App.Settings.Get())
	f.chosen.account = a.ID
	if asked := f.config.Server; route.SameAddress(asked, s.Server()) || route.SameServer(asked, s.Server()) {
		f.config.Server = "" // done: the app is signed in to it
	}
	f.notices.About(s)
	var ctx context.Context
	ctx, f.end = context.WithCancel(f.config.Ctx)
	f.tasks = f.page.Tasks.Within(ctx, s.Network().WaitLimit())
	f.frame.setTitle(f.current)
	f.settings = f.newSettings(s)
	f.chosen.typed.GoOn(a.ID, keyspage.Asker(f.settings.keys))
	f.frame.show(f.settings.object)
	f.settings.Show(tabKeys)
	keytable.ReturnTo(f.settings.keys.List(), f.chosen.cursors[a.ID])
	keyspage.Undo(f.settings.keys).Lost(f.chosen.undoLost)
	if f.chosen.place != nil {
		f.chosen.place(f.settings)
		f.chosen.place = nil
	}
}

// leave leaves the session, if there is one, and clears what was copied in it.
func (f *sessionFlow) leave() {
	if f.settings != nil {
		f.clipboard.Clear()
	}
	f.leaveFor(false)
}

// leaveFor leaves the session. now means that the user may come back to it, as when switching accounts. A copied secret
// stays on the clipboard.
func (f *sessionFlow) leaveFor(now bool) {
	if f.settings != nil {
		f.page.Toasts.Clear() // the messages are about the page that is left
	}
	if f.chosen.back == nil {
		f.chosen.aside.Drop()
	}
	f.locking.leaveLockPage()
	f.page.Dialogs.CloseAll()
	for _, end := range []context.CancelFunc{f.end, f.firstLoad} {
		if end != nil {
			end()
		}
	}
	f.end, f.firstLoad = nil, nil
	if f.settings != nil {
		f.settings.HideSecrets()
		f.settings.keys.Leave(now)
	}
	f.settings, f.current = nil, nil
}

// reloadKeys refreshes the list of the session that is shown, if there is one.
func (f *sessionFlow) reloadKeys() {
	if f.settings != nil {
		f.settings.keys.Reload(false)
	}
}
