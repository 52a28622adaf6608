package shell

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
)

// succeed has the app go on with another key of the same user, and then shows the replacement of the key that it was signed
// in with. failed gets the error of signing in.
func (f *sessionFlow) succeed(id string, failed func(error)) {
	before := f.current
	if before == nil {
		return
	}
	locks := f.locking.locks
	var next *session.Session
	var unsaved error
	background.GoVitalErr(f.page.Tasks, background.PromptLimit, func(ctx context.Context) (err error) {
		next, unsaved, err = f.config.App.Sessions.Succeed(ctx, before, id)
		return err
	}, func(err error) {
		switch {
		case f.current != before && next != nil:
			f.discard(next)
		case f.current != before:
		case err != nil:
			failed(err)
		default:
			f.goOnWith(next, before, unsaved)
			if f.locking.locks != locks {
				f.locking.lock() // that was asked for meanwhile
			}
		}
	})
}

// goOnWith shows a session that takes the place of another.
func (f *sessionFlow) goOnWith(next, before *session.Session, unsaved error) {
	f.show(next)
	before.Retire()
	shown := f.settings
	f.firstLoad = background.GoErrFor(f.tasks, next.Network().WaitLimit(), next.LoadKeys, func(err error) {
		shown.keys.Loaded(err)
		if err == nil {
			shown.keys.Replacing.Open(before.KeyID())
		}
	})
	if unsaved != nil {
		f.notices.tellKeyring(unsaved, lang.L("The app is signed in with the new key until you quit."))
	}
}

// discard ends a session that comes too late: the user has logged out meanwhile.
func (f *sessionFlow) discard(s *session.Session) {
	background.GoVitalErr(f.page.Tasks, background.PromptLimit, func(ctx context.Context) error {
		return f.config.App.Sessions.LogOut(ctx, s, false)
	}, func(error) {})
}
