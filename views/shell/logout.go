package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
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
	f.forgetSignIn(forget)
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

// forgetSignIn forgets sign-ins that are no longer shown. The keyring may have to be waited for.
func (f *sessionFlow) forgetSignIn(forget func(context.Context) error) {
	waits := f.page.Toasts.About("keyring waits")
	background.GoVitalPrompt(f.page.Tasks, forget, func() {
		waits.Note(lang.L("The keyring isn't answering; the secrets saved before you logged out will be deleted when it does, or at your next sign-in."))
	}, func(err error) {
		waits.Withdraw()
		f.frame.setMenu() // which says who is signed out
		if err != nil {
			f.page.Toasts.Error(words.LoggedOutBut(err))
		}
	})
}
