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

// loggingOut returns a function that logs out of a session. If every is set, or if s is nil because the window opened locked,
// it logs out of all accounts. secrets also deletes the secrets kept in the keyring.
func loggingOut(from *session.Manager, s *session.Session, every, secrets bool) func(context.Context) error {
	return func(ctx context.Context) error {
		if every || s == nil {
			return from.LogOutAll(ctx, s, secrets)
		}
		return from.LogOut(ctx, s, secrets)
	}
}

// forgetSignIn forgets sign-ins that are no longer shown. account is what they are called, "" if none but them was open.
func (f *sessionFlow) forgetSignIn(forget func(context.Context) error, account string) {
	g := accounts.Forgetting{Work: forget, Done: words.LoggedOut(account), But: func(err error) string { return words.LoggedOutBut(account, err) }, Then: f.frame.setMenu} // which says who is signed out
	f.accounts.Forget(g)
}
