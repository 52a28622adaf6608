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
	background.GoVitalErr(f.page.Tasks, background.PromptLimit, func(ctx context.Context) (err error) {
		next, unsaved, err = sessions.Succeed(ctx, before, id)
		return err
	}, func(err error) {
		switch {
		case f.current == before && err != nil:
			failed(err)
		case err != nil:
		case f.current != before && f.chosen.loggedOut == before:
			f.undoSwitchKey(next)
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

// undoSwitchKey logs out of the new session, because the user has logged out of the old one in the meantime.
func (f *sessionFlow) undoSwitchKey(next *session.Session) {
	background.GoVitalErr(f.page.Tasks, background.PromptLimit, func(ctx context.Context) error {
		return f.config.App.Sessions.LogOut(ctx, next, false)
	}, func(err error) {
		if err != nil {
			f.page.Toasts.Error(words.LoggedOutBut(err))
		}
	})
}

// continueWith shows a session in place of the current one. unsaved says why the keyring lacks its key, or is nil.
func (f *sessionFlow) continueWith(next *session.Session, unsaved error) {
	before := f.current
	f.show(next)
	f.config.App.Sessions.Leave(before)
	page := f.settings.keys
	f.firstLoad = background.GoErrFor(f.tasks, next.Network().WaitLimit(), next.LoadKeys, func(err error) {
		page.Loaded(err)
		if err == nil {
			page.Replacing.Open(before.KeyID())
		}
		if unsaved == nil { // after Open, which clears messages
			f.page.Toasts.Done(lang.L("This app is signed in with {{.ID}} now", map[string]any{"ID": f.ownKeyName()}))
		}
	})
	if unsaved != nil {
		f.notices.tellKeyring(unsaved, lang.L("The app is signed in with the new key until you quit or lock the window."))
	}
}

func (h keysHost) SignInWith(id string, failed func(error)) { h.session.switchKey(id, failed) }
func (h keysHost) SignInUnsaved() bool                      { return h.of.Unsaved() }
