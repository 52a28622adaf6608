package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// switchKey signs in with another key of the same user, then shows the replacement of the old key. If signing in fails,
// it passes the error to failed.
func (f *sessionFlow) switchKey(id string, failed func(error)) {
	before, locks, sessions := f.current, f.locking.lockCount, f.config.App.Sessions
	var next *session.Session
	var unsaved error
	waits := f.page.Toasts.About("keyring waits")
	background.GoVitalPrompt(f.page.Tasks, func(ctx context.Context) (err error) {
		next, unsaved, err = sessions.Succeed(ctx, before, id)
		return err
	}, func() {
		if f.config.App.InKeyring() && f.current == before {
			waits.Note(lang.L("Waiting for the keyring. It may be asking for its password."))
		}
	}, func(err error) {
		waits.Withdraw()
		switch {
		case f.current == before && err != nil:
			failed(err)
		case err != nil:
		case f.current != before && f.chosen.loggedOut == before:
			f.forgetSignIn(session.LoggingOut(sessions, next, false, false), "") // the user has logged out of the old session
		case f.current != before:
			sessions.Leave(next)
		default:
			f.continueWith(next, unsaved)
			if f.locking.lockCount != locks {
				f.locking.lock() // locking was requested in the meantime
			}
		}
	})
}

// continueWith shows a session in place of the current one, at the same place. unsaved says why the keyring lacks its key, or
// is nil.
func (f *sessionFlow) continueWith(next *session.Session, unsaved error) {
	before, replacing := f.current, f.settings.keys.Replacing.Shown()
	f.chosen.place = f.settings.place()
	f.show(next)
	f.config.App.Sessions.Leave(before)
	page := f.settings.keys
	f.firstLoad = background.GoErrFor(f.tasks, next.Network().WaitLimit(), next.LoadKeys, func(err error) {
		page.Loaded(err)
		if err == nil && replacing {
			page.Replacing.Open(before.KeyID())
		}
		// After Open, which clears messages.
		if unsaved == nil {
			f.page.Toasts.Done(lang.L("This app is signed in with {{.ID}} now", map[string]any{"ID": f.ownKeyName()}))
		} else {
			f.tellUnsaved(next, unsaved, words.OnlyUntilLocked())
		}
	})
}

func (h keysHost) SignInWith(id string, failed func(error)) { h.session.switchKey(id, failed) }
