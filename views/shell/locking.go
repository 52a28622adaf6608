package shell

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/lockpage"
	"accesskeys/views/words"
)

// Covered tells whether the window is locked, so that nothing but the lock may be seen or worked.
func (w *window) Covered() bool { return w.cover != nil }

// lock hides and drops what is secret, and covers the rest until the person shows that it is them. What is
// under way goes on, and its outcome is told afterwards.
//
// A session that is being opened, or unlocked, is locked as soon as it is there.
func (w *window) lock() {
	w.locks++
	w.clipboard.Clear()
	if w.session == nil || w.Covered() {
		w.forgetTyped()
		return
	}
	w.Logger.Info("locked")
	w.Dialogs.CloseAll()
	w.settings.hideSecrets()
	w.settings.keys.StopBatch()
	w.session.Lock()
	w.showCover(w.unlockWith())
}

// forgetTyped empties the fields for secrets, where one may have been left half typed.
func (w *window) forgetTyped() {
	if w.signIn != nil {
		w.signIn.Secret.Clear()
	}
	if w.Covered() {
		w.cover.Entry.Clear()
	}
	w.Scrub()
}

// unlockWith is what the person has to give to unlock the session.
func (w *window) unlockWith() lockpage.UnlockKind {
	switch {
	case w.Demo == nil && !w.session.Remembered():
		return lockpage.UnlockSecret
	case w.App.PIN.IsSet():
		return lockpage.UnlockPIN
	}
	return lockpage.UnlockPlain
}

func (w *window) showCover(kind lockpage.UnlockKind) {
	w.dropCover()
	keyID := ""
	if w.session != nil {
		keyID = w.session.KeyID()
	}
	w.cover = lockpage.New(w.Window, w, w.App, kind, keyID, w.Demo != nil)
	w.Toasts.Hold()
	w.show(w.cover.Object)
	w.cover.Hold(w.App.PIN.Wait(), words.WrongBefore())
	w.cover.Focus()
}

func (w *window) Relayout() { w.body.Refresh() }

func (w *window) dropCover() {
	if w.Covered() {
		w.cover.Wait.End()
	}
	w.cover = nil
}

// lockedAtStart tells whether the window opens locked: a PIN is not to be had around by starting anew.
func (w *window) lockedAtStart() bool {
	return w.Demo == nil && w.App.PIN.IsSet() && w.App.Settings.Get().Session != nil
}

// Unlock tries to with what was typed. The keyring may have to ask the person first.
func (w *window) Unlock(typed client.Secret) {
	s, cover, locks := w.session, w.cover, w.locks
	if s == nil {
		w.unlockStart(typed)
		return
	}
	background.GoPrompt(w.Tasks, func(ctx context.Context) error { return w.tryUnlock(ctx, s, cover.Kind, typed) },
		cover.Slow,
		func(err error) {
			if w.cover != cover {
				return // logged out meanwhile
			}
			switch {
			case errors.Is(err, errNewPIN):
				w.CoverAgain()
			case errors.Is(err, keyring.ErrNotStored):
				w.signInAgain(lang.L("The keyring no longer has the key that this app was signed in with."))
			case err != nil:
				w.Logger.Info("not unlocked", "reason", words.Reason(err))
				cover.Fail(err)
			case w.locks != locks:
				s.Lock()
				w.CoverAgain()
			default:
				w.unlocked()
			}
		})
}

// errNewPIN is that another process has set a PIN since the window was locked without one.
var errNewPIN = errors.New("a PIN has been set meanwhile")

func (w *window) tryUnlock(ctx context.Context, s *session.Session, kind lockpage.UnlockKind, typed client.Secret) error {
	if kind == lockpage.UnlockPlain && w.App.PIN.IsSetOnDisk() {
		return errNewPIN
	}
	if kind == lockpage.UnlockPIN {
		if err := w.App.PIN.Check(typed); err != nil {
			return err
		}
	}
	switch {
	case w.Demo != nil:
		return w.App.Sessions.UnlockWith(ctx, s, w.Demo.Credentials.Secret)
	case kind == lockpage.UnlockSecret:
		ctx, cancel := context.WithTimeout(ctx, s.Network().WaitLimit())
		defer cancel()
		return w.App.Sessions.UnlockWith(ctx, s, typed)
	}
	return w.App.Sessions.Unlock(ctx, s)
}

// unlockStart opens the remembered session of a window that opened locked.
func (w *window) unlockStart(typed client.Secret) {
	cover, locks := w.cover, w.locks
	background.GoErr(w.Tasks, func(context.Context) error { return w.App.PIN.Check(typed) }, func(err error) {
		if w.cover != cover {
			return
		}
		if err != nil {
			cover.Fail(err)
			return
		}
		if w.locks != locks {
			w.showCover(lockpage.UnlockPIN)
			return
		}
		w.uncover()
		w.resume()
		w.firstLook()
	})
}

// CoverAgain covers a locked window anew, because what unlocks it may be something else now.
func (w *window) CoverAgain() {
	if w.Covered() {
		w.showCover(w.unlockWith())
	}
}

func (w *window) uncover() {
	w.forgetTyped()
	w.dropCover()
	w.Toasts.Release()
}

func (w *window) unlocked() {
	w.Logger.Info("unlocked")
	w.uncover()
	w.show(w.settings.object)
	w.settings.focus()
	if !w.settings.keys.ResumeBatch() {
		w.settings.keys.Reload()
	}
}
