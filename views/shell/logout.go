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

// logOut logs out of a session. If all is set, or if s is nil because the window opened locked, it logs out of all
// accounts. forget also deletes the secrets kept in the keyring. notice is shown on the sign-in form.
func (f *sessionFlow) logOut(s *session.Session, all, forget bool, notice string) {
	f.chosen.loggedOut = s
	f.page.Toasts.Clear()
	f.stopOpening()
	f.showSignIn(notice, false)
	f.forgetSignIn(s, all, forget)
}

// forgetSignIn ends a session that is no longer shown, or all, as logOut does.
func (f *sessionFlow) forgetSignIn(s *session.Session, all, forget bool) {
	waits := f.page.Toasts.About("keyring waits")
	background.GoVitalPrompt(f.page.Tasks, func(ctx context.Context) error {
		if all || s == nil {
			return f.config.App.Sessions.LogOutAll(ctx, s, forget)
		}
		return f.config.App.Sessions.LogOut(ctx, s, forget)
	}, func() {
		waits.Note(lang.L("The keyring isn't answering; the secrets saved before you logged out will be deleted when it does, or at your next sign-in."))
	}, func(err error) {
		waits.Withdraw()
		f.frame.setMenu() // which says who is signed out
		if err != nil {
			f.page.Toasts.Error(words.LoggedOutBut(err))
		}
	})
}
