package views

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// covered tells whether the window is locked, so that nothing but the lock may be seen or worked.
func (w *window) covered() bool { return w.cover != nil }

// lock hides and drops what is secret, and covers the rest until the person shows that it is them. What is
// under way goes on, and its outcome is told afterwards.
//
// A session that is being opened, or unlocked, is locked as soon as it is there.
func (w *window) lock() {
	w.locks++
	w.copied.Clear()
	if w.session == nil || w.covered() {
		w.forgetTyped()
		return
	}
	w.Logger.Info("locked")
	w.dialogs.CloseAll()
	w.settings.hideSecrets()
	w.settings.keys.stopBatch()
	w.session.Lock()
	w.showCover(w.unlockWith())
}

// forgetTyped empties the fields for secrets, where one may have been left half typed.
func (w *window) forgetTyped() {
	if w.signIn != nil {
		w.signIn.secret.Clear()
	}
	if w.covered() {
		w.cover.entry.Clear()
	}
	w.scrub()
}

// unlockWith is what the person has to give to unlock the session.
func (w *window) unlockWith() unlockKind {
	switch {
	case w.Demo == nil && !w.session.Remembered():
		return unlockSecret
	case w.App.HasPIN():
		return unlockPIN
	}
	return unlockPlain
}

func (w *window) showCover(kind unlockKind) {
	w.dropCover()
	w.cover = newLockPage(w, kind)
	w.toasts.Hold()
	w.show(w.cover.object)
	w.cover.hold(w.App.PINWait(), wrongBefore())
	w.cover.focus()
}

func (w *window) dropCover() {
	if w.covered() {
		w.cover.wait.End()
	}
	w.cover = nil
}

// lockedAtStart tells whether the window opens locked: a PIN is not to be had around by starting anew.
func (w *window) lockedAtStart() bool {
	return w.Demo == nil && w.App.HasPIN() && w.App.Settings().Session != nil
}

// unlock tries to with what was typed. The keyring may have to ask the person first.
func (w *window) unlock(typed client.Secret) {
	s, cover, locks := w.session, w.cover, w.locks
	if s == nil {
		w.unlockStart(typed)
		return
	}
	background.GoPrompt(w.tasks, func(ctx context.Context) error { return w.tryUnlock(ctx, s, cover.kind, typed) },
		cover.slow,
		func(err error) {
			if w.cover != cover {
				return // logged out meanwhile
			}
			switch {
			case errors.Is(err, app.ErrNotStored):
				w.signInAgain(lang.L("The keyring no longer has the key that this app was signed in with."))
			case err != nil:
				w.Logger.Info("not unlocked", "reason", words.Reason(err))
				cover.fail(err)
			case w.locks != locks:
				s.Lock()
				w.coverAnew()
			default:
				w.unlocked()
			}
		})
}

func (w *window) tryUnlock(ctx context.Context, s *app.Session, kind unlockKind, typed client.Secret) error {
	if kind == unlockPIN {
		if err := w.App.CheckPIN(typed); err != nil {
			return err
		}
	}
	switch {
	case w.Demo != nil:
		return w.App.UnlockWith(ctx, s, w.Demo.Credentials.Secret)
	case kind == unlockSecret:
		ctx, cancel := context.WithTimeout(ctx, app.CallLimit(s.Network()))
		defer cancel()
		return w.App.UnlockWith(ctx, s, typed)
	}
	return w.App.Unlock(ctx, s)
}

// unlockStart opens the remembered session of a window that opened locked.
func (w *window) unlockStart(typed client.Secret) {
	cover, locks := w.cover, w.locks
	background.GoErr(w.tasks, func(context.Context) error { return w.App.CheckPIN(typed) }, func(err error) {
		if w.cover != cover {
			return
		}
		if err != nil {
			cover.fail(err)
			return
		}
		if w.locks != locks {
			w.showCover(unlockPIN)
			return
		}
		w.uncover()
		w.resume()
		w.firstLook()
	})
}

// coverAnew covers a locked window anew, because what unlocks it may be something else now.
func (w *window) coverAnew() {
	if w.covered() {
		w.showCover(w.unlockWith())
	}
}

func (w *window) uncover() {
	w.forgetTyped()
	w.dropCover()
	w.toasts.Release()
}

func (w *window) unlocked() {
	w.Logger.Info("unlocked")
	w.uncover()
	w.show(w.settings.object)
	w.settings.focus()
	if !w.settings.keys.resumeBatch() {
		w.settings.keys.reload()
	}
}
