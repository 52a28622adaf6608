package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// succeed has the app go on with another key of the same user, and then shows the replacement of the key that it was signed
// in with. failed gets the error of signing in.
func (f *sessionFlow) succeed(id string, failed func(error)) {
	before, locks, sessions := f.current, f.locking.locks, f.config.App.Sessions
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
			f.undoSuccession(next)
		case f.current != before:
			sessions.Leave(next)
		default:
			f.goOnWith(next, unsaved)
			if f.locking.locks != locks {
				f.locking.lock() // that was asked for meanwhile
			}
		}
	})
}

// undoSuccession logs out of a session that took the place of one that the user had logged out of.
func (f *sessionFlow) undoSuccession(next *session.Session) {
	background.GoVitalErr(f.page.Tasks, background.PromptLimit, func(ctx context.Context) error {
		return f.config.App.Sessions.LogOut(ctx, next, false)
	}, func(err error) {
		if err != nil {
			f.page.Toasts.Error(words.LoggedOutBut(err))
		}
	})
}

// goOnWith shows a session that takes the place of another.
func (f *sessionFlow) goOnWith(next *session.Session, unsaved error) {
	before := f.current
	f.show(next)
	f.config.App.Sessions.Leave(before)
	page := f.settings.keys
	f.firstLoad = background.GoErrFor(f.tasks, next.Network().WaitLimit(), next.LoadKeys, func(err error) {
		page.Loaded(err)
		if err == nil {
			page.Replacing.Open(before.KeyID())
		}
	})
	if unsaved != nil {
		f.notices.tellKeyring(unsaved, lang.L("The app is signed in with the new key until you quit."))
	}
}

func (h keysHost) SignInWith(id string, failed func(error)) { h.session.succeed(id, failed) }
func (h keysHost) SignInUnsaved() bool                      { return h.of.Unsaved() }
