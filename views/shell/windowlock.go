package shell

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/idlelock"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/lockpage"
	"accesskeys/views/scrubber"
	"accesskeys/views/words"
)

// locking hides what is secret behind the lock page, and unlocks it again.
type locking struct {
	*state
	config    *Config
	page      *page.Window
	frame     *frame
	scrub     *scrubber.Scrubber
	clipboard *clipboardguard.Guard
	idle      *idlelock.Timer

	newPage         func(kind lockpage.UnlockKind, keyID string) *lockpage.Page
	onStartUnlocked func()              // a window that opened locked may open its session
	onUnlocked      func()              // the session that was locked is shown again
	onNotStored     func(notice string) // the keyring has lost the session's key
	locks           int                 // how often locking was asked for
}

func newLocking(s *state, c *Config, p *page.Window, f *frame, scrub *scrubber.Scrubber, clipboard *clipboardguard.Guard) *locking {
	l := &locking{state: s, config: c, page: p, frame: f, scrub: scrub, clipboard: clipboard}
	l.idle = idlelock.New(p.Tasks, func() (time.Duration, bool) { return c.App.Settings.Get().Privacy.Lock.Duration() }, l.lock)
	return l
}

// lock hides and drops what is secret, and shows the lock page until the user has unlocked it. What is under way
// goes on, and its outcome is reported afterwards.
//
// A session that is being opened, or unlocked, is locked as soon as it is there.
func (l *locking) lock() {
	l.locks++
	l.page.Copied().Withdraw()
	l.clipboard.Clear()
	if l.current == nil || l.locked() {
		l.forgetTyped()
		l.lockForm()
		return
	}
	l.config.Logger.Info("locked")
	l.page.Dialogs.CloseAll()
	l.settings.Cover()
	l.settings.keys.StopBatch()
	l.current.Lock()
	l.config.App.Sessions.Note(l.current, history.Lock)
	l.showLockPage(l.unlockWith())
}

// lockForm hides the sign-in form, or the waiting for a session, where that leads to accounts that the PIN is for.
func (l *locking) lockForm() {
	if l.locked() || !l.several() || !l.atStart() {
		return
	}
	l.stopOpening()
	if l.signingIn() {
		l.signIn.Stop()
	}
	l.signIn, l.waiting = nil, false
	l.page.Dialogs.CloseAll()
	l.config.App.Sessions.Note(nil, history.Lock)
	l.showLockPage(lockpage.UnlockPIN)
}

// several reports whether there are several accounts.
func (l *locking) several() bool {
	known := l.config.App.Settings.Get()
	return known.Several()
}

// forgetTyped empties the fields for secrets, where one may have been left half typed.
func (l *locking) forgetTyped() {
	if l.signIn != nil {
		l.signIn.Secret.Clear()
	}
	if l.locked() {
		l.lockPage.Entry.Clear()
	}
	l.scrub.Scrub()
}

// unlockWith is what the user has to give to unlock the session.
func (l *locking) unlockWith() lockpage.UnlockKind {
	switch {
	case l.config.Demo == nil && !l.current.Remembered():
		return lockpage.UnlockSecret
	case l.config.App.PIN.IsSet():
		return lockpage.UnlockPIN
	}
	return lockpage.UnlockPlain
}

// showLockPage hides everything behind the lock page, and holds messages back.
func (l *locking) showLockPage(kind lockpage.UnlockKind) {
	l.dropLockPage()
	keyID := ""
	if l.current != nil {
		keyID = l.current.KeyID()
	}
	l.lockPage = l.newPage(kind, keyID)
	l.page.Toasts.Hold()
	l.frame.show(l.lockPage.Object)
	l.lockPage.Hold(l.config.App.PIN.Wait(), words.WrongBefore())
	l.lockPage.Focus()
}

func (l *locking) dropLockPage() {
	if l.locked() {
		l.lockPage.Wait.End()
	}
	l.lockPage = nil
}

// atStart reports whether the window opens locked: starting the program again is no way around the PIN.
func (l *locking) atStart() bool {
	known := l.config.App.Settings.Get()
	return l.config.Demo == nil && l.config.App.PIN.IsSet() && known.SignedIn()
}

// unlock tries to unlock with what was typed. The keyring may have to ask the user first.
func (l *locking) unlock(typed client.Secret) {
	s, shown, locks := l.current, l.lockPage, l.locks
	if s == nil {
		l.unlockStart(typed)
		return
	}
	background.GoPrompt(l.page.Tasks, func(ctx context.Context) error { return l.tryUnlock(ctx, s, shown.Kind, typed) },
		shown.Slow,
		func(err error) {
			if l.lockPage != shown {
				return // logged out meanwhile
			}
			switch {
			case errors.Is(err, errNewPIN):
				l.showAgain()
			case errors.Is(err, keyring.ErrNotStored):
				l.onNotStored(lang.L("The keyring no longer has your sign-in key."))
			case err != nil:
				l.config.Logger.Info("not unlocked", "reason", words.Reason(err))
				shown.Fail(err)
			case l.locks != locks:
				s.Lock()
				l.config.App.Sessions.Note(s, history.Lock)
				l.showAgain()
			default:
				l.unlocked()
			}
		})
}

// errNewPIN is that another process has set a PIN since the window was locked without one.
var errNewPIN = errors.New("a PIN has been set meanwhile")

func (l *locking) tryUnlock(ctx context.Context, s *session.Session, kind lockpage.UnlockKind, typed client.Secret) error {
	if kind == lockpage.UnlockPlain && l.config.App.PIN.IsSetOnDisk() {
		return errNewPIN
	}
	if kind == lockpage.UnlockPIN {
		if err := l.config.App.PIN.Check(typed); err != nil {
			return err
		}
	}
	switch {
	case l.config.Demo != nil:
		return l.config.App.Sessions.UnlockWith(ctx, s, l.config.Demo.Credentials.Secret)
	case kind == lockpage.UnlockSecret:
		ctx, cancel := context.WithTimeout(ctx, s.Network().WaitLimit())
		defer cancel()
		return l.config.App.Sessions.UnlockWith(ctx, s, typed)
	}
	return l.config.App.Sessions.Unlock(ctx, s)
}

// unlockStart opens the remembered session of a window that opened locked.
func (l *locking) unlockStart(typed client.Secret) {
	shown, locks := l.lockPage, l.locks
	background.GoErr(l.page.Tasks, func(context.Context) error { return l.config.App.PIN.Check(typed) }, func(err error) {
		if l.lockPage != shown {
			return
		}
		if err != nil {
			shown.Fail(err)
			return
		}
		if l.locks != locks {
			l.showLockPage(lockpage.UnlockPIN)
			return
		}
		l.config.App.Sessions.Note(nil, history.Unlock)
		l.end()
		l.onStartUnlocked()
	})
}

// showAgain shows the lock page again if the window is locked, because what unlocks it may be something else now.
func (l *locking) showAgain() {
	if l.locked() {
		l.showLockPage(l.unlockWith())
	}
}

// end drops the lock page, and what was typed, without showing anything in its place.
func (l *locking) end() {
	l.forgetTyped()
	l.dropLockPage()
	l.page.Toasts.Release()
}

// unlocked shows again what the lock page hid, and goes on.
func (l *locking) unlocked() {
	l.config.Logger.Info("unlocked")
	thenPIN := l.lockPage.ThenPIN
	l.forgetTyped()
	l.dropLockPage()
	l.frame.show(l.settings.object)
	l.settings.Resume()
	if thenPIN {
		l.settings.Show(tabPreferences)
		l.settings.preferences.Pin.Focus()
	}
	l.page.Toasts.Release() // after another tab is shown, which clears messages
	if !l.settings.keys.ResumeBatch() {
		l.settings.keys.Reload(false)
	}
	l.onUnlocked()
}

// away locks the window when the user's screen is locked or the computer is about to sleep, which waits
// for it where it can.
func (l *locking) away() {
	ctx, cancel := context.WithTimeout(l.config.Ctx, background.SleepLimit)
	defer cancel()
	if err := l.page.Tasks.CallOnUI(ctx, l.lock); err != nil {
		l.config.Logger.Warn("locking while the user is away", "error", err)
	}
}
