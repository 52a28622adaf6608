package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/notices"
	"accesskeys/views/words"
)

// tellUnsaved says that the keyring has not saved a session's sign-in, and what that means, and offers to try again.
func (f *sessionFlow) tellUnsaved(s *session.Session, err error, meaning string) {
	f.notices.TellUnsaved(err, meaning, func() { f.saveAgain(s, meaning) })
}

// saveAgain tries to save the sign-in of a session that the keyring has not saved. If it fails, the user is told, unless meaning
// is empty.
func (f *sessionFlow) saveAgain(s *session.Session, meaning string) {
	background.GoVitalErr(f.tasks, background.PromptLimit, func(ctx context.Context) error {
		return f.config.App.Sessions.Remember(ctx, s)
	}, func(err error) {
		if err != nil {
			if meaning != "" {
				f.tellUnsaved(s, err, meaning)
			}
			return
		}
		f.accounts.Host.Listed()
		f.page.Toasts.About("keyring").Done(lang.L("The new sign-in is saved."))
	})
}

// keyringAnswered withdraws what was said of the keyring, and saves the sign-in of a session that it has not saved.
func (f *sessionFlow) keyringAnswered(s *session.Session) {
	notices.AboutVault(f.page).Withdraw()
	if session.AwaitsKeyring(s) {
		f.saveAgain(s, "")
	}
}

func (h keysHost) KeyringAnswered()    { h.session.keyringAnswered(h.of) }
func (h accountHost) KeyringAnswered() { h.session.keyringAnswered(h.session.current) }
func (h keysHost) SignInUnsaved() bool { return h.of.Unsaved() }

func (h keysHost) SignInSaver() func() {
	if !session.MayBeSaved(h.of) {
		return nil
	}
	return func() { h.session.saveAgain(h.of, words.OnlyUntilLocked()) }
}
