package shell

import (
	"context"

	"accesskeys/app/session"
	"accesskeys/views/accounts"
	"accesskeys/views/words"
)

// askLogOut asks before logging out.
func (f *sessionFlow) askLogOut() {
	if f.current != nil || f.locked() {
		f.accounts.AskLogOut()
	}
}

// logOut shows the sign-in form in place of a session, and forgets what forget does.
func (f *sessionFlow) logOut(s *session.Session, forget func(context.Context) error) {
	f.chosen.loggedOut = s
	f.page.Toasts.Clear()
	f.stopOpening()
	f.showSignIn("", false)
	f.forgetSignIn(forget, "")
}

// forgetSignIn forgets sign-ins that are no longer shown. account is what they are called, "" if none but them was open.
func (f *sessionFlow) forgetSignIn(forget func(context.Context) error, account string) {
	g := accounts.Forgetting{Work: forget, Done: words.LoggedOut(account), But: func(err error) string { return words.LoggedOutBut(account, err) }, Then: f.frame.setMenu} // which says who is signed out
	f.accounts.Forget(g)
}
