package shell

import (
	"context"
	"time"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

const (
	longList     = 1000                   // number of keys from which reading the list delays the first drawing
	firstDrawing = 150 * time.Millisecond // time until the first drawing is on screen, where software renders it
)

// open signs in, passes the session to opened to be shown, and loads its keys. It loads them without waiting until the
// session is shown, which makes the start faster. If signing in fails, it passes the error to failed.
func (f *sessionFlow) open(signIn func(context.Context) (*session.Session, error), opened func(*session.Session) (taken bool), failed func(error)) context.CancelFunc {
	var s *session.Session
	var later bool
	locks := f.locking.lockCount
	var cancel context.CancelFunc
	cancel = background.GoErrFor(f.page.Tasks, background.PromptLimit, func(ctx context.Context) (err error) {
		if s, err = signIn(ctx); err != nil {
			return err
		}
		ctx, limited := context.WithTimeout(ctx, s.Network().WaitLimit())
		defer limited()
		f.page.Tasks.Post(func() {
			if !opened(s) {
				s.Lock() // the session is not used, so it must not keep the secret
				limited()
				return
			}
			f.firstLoad = cancel
			if f.locking.lockCount != locks {
				f.locking.lock() // locking was requested in the meantime
			}
		})
		if later = s.Keys().Count() > longList; later {
			return nil
		}
		return s.LoadKeys(ctx)
	}, func(err error) {
		switch {
		case s == nil:
			failed(err)
		case later:
			f.page.Tasks.After(firstDrawing, func() { f.loadLong(s) })
		case s == f.current:
			f.settings.keys.Loaded(err)
		}
	})
	f.loadNotes()
	return cancel
}

// loadLong loads a long list once the saved one is on screen: reading it would take processor time from drawing. What
// renders in software still works for a while after Fyne has drawn.
func (f *sessionFlow) loadLong(s *session.Session) {
	if s != f.current {
		return
	}
	f.firstLoad = background.GoErrFor(f.tasks, s.Network().WaitLimit(), s.LoadKeys, f.settings.keys.Loaded)
}

// loadNotes reads the notes about keys in the background. Opening a session does not wait for them.
func (f *sessionFlow) loadNotes() {
	background.GoErr(f.page.Tasks, func(context.Context) error { return f.config.App.Notes.Load() }, func(err error) {
		if err != nil {
			f.config.Logger.Warn("reading the notes", "error", err)
			f.page.Toasts.Error(words.NotesUnread(err))
		}
	})
}
