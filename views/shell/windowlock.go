package shell

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/idlelock"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/lockpage"
	"accesskeys/views/notices"
	"accesskeys/views/scrubber"
	"accesskeys/views/signin"
	"accesskeys/views/words"
)

// locking locks the window behind the lock page, and unlocks it again.
type locking struct {
	*state
	config    *Config
	page      *page.Window
	frame     *frame
	scrub     *scrubber.Scrubber
	clipboard *clipboardguard.Guard
	idle      *idlelock.Timer

	newPage         func(kind lockpage.UnlockKind) *lockpage.Page
	onStartUnlocked func()              // called when a window that opened locked is unlocked, to open its session
	onUnlocked      func()              // called when a locked session is shown again
	onNotStored     func(notice string) // called when the keyring has lost the session's key
	lockCount       int                 // counts the calls of lock
}

func newLocking(s *state, c *Config, p *page.Window, f *frame, scrub *scrubber.Scrubber, clipboard *clipboardguard.Guard) *locking {
	l := &locking{state: s, config: c, page: p, frame: f, scrub: scrub, clipboard: clipboard}
	limit := func() (time.Duration, bool) { return c.App.Settings.Get().Privacy.Lock.Duration() }
	inBatch := func() bool { return s.settings != nil && keyspage.InBatch(s.settings.keys) } // which a lock would stop
	l.idle = idlelock.New(p.Tasks, limit, inBatch, l.lock)
	return l
}

// lock hides and drops all secrets, and shows the lock page until the user unlocks the window. Work in progress goes on;
// its outcome is shown after unlocking.
//
// A session that is still being opened or unlocked is locked as soon as it is ready.
func (l *locking) lock() {
	l.lockCount++
	l.page.Copied().Withdraw()
	l.clipboard.Clear()
	if l.current == nil || l.locked() {
		tell := l.dropAside()
		l.lockAgainOrForm()
		tell()
		return
	}
	l.config.Logger.Info("locked")
	l.page.Dialogs.CloseAll()
	l.settings.Suspend()
	l.settings.keys.StopBatch()
	l.current.Lock()
	l.config.App.Sessions.Note(l.current, history.Lock)
	l.showLockPage(l.unlockKind())
}

// dropAside drops the session that Cancel on the sign-in form would go back to. tell says so on the form, after what locking says.
func (l *locking) dropAside() (tell func()) {
	s, form := l.chosen.aside.Session(), l.signIn
	l.chosen.aside.Drop()
	if s == nil || s.Remembered() || form == nil || form.Stop != nil {
		return func() {}
	}
	before := form.Notice.Text
	return func() {
		if l.locked() {
			return
		}
		said := lang.L("Locking has ended the session that you came from. To go back, you type its secret.")
		if now := form.Notice.Text; now != before {
			said = words.Sentences(now, said)
		}
		form.Say(said)
	}
}

// lockAgainOrForm empties the fields for secrets, says so if something was typed, and locks the window if it leads to
// other accounts.
func (l *locking) lockAgainOrForm() {
	page, onForm := l.lockPage, l.signIn != nil && !l.signIn.Secret.IsEmpty()
	onLockPage := l.locked() && !page.Entry.IsEmpty()
	l.forgetTyped()
	l.lockForm()
	if page != nil && page.Kind == lockpage.UnlockSecret && l.unlockKind() == lockpage.UnlockPIN {
		l.showAgain() // the keyring failed after the PIN, which is asked for again
	}
	switch {
	case onLockPage:
		l.lockPage.TellCleared()
	case onForm && !l.locked():
		signin.TellCleared(l.signIn)
	}
}

// lockForm locks the window while there is no session. It does nothing unless there are several accounts and a PIN.
func (l *locking) lockForm() {
	if l.locked() || !l.protectsOthers() {
		return
	}
	l.stopOpening()
	if l.signingIn() {
		l.signIn.Stop()
	}
	l.signIn, l.waiting, l.chosen.back = nil, false, nil
	l.page.Dialogs.CloseAll()
	l.config.App.Sessions.Note(nil, history.Lock)
	l.showLockPage(lockpage.UnlockPIN)
}

// protectsOthers reports whether the sign-in form leads to other accounts, so that a PIN protects it too.
func (l *locking) protectsOthers() bool {
	known := l.config.App.Settings.Get()
	return known.Several() && l.opensLocked()
}

// forgetTyped empties the fields for secrets, which may contain a half-typed one.
func (l *locking) forgetTyped() {
	if l.signIn == nil && !l.locked() { // no field: at most, the keyring's secret was in memory
		l.scrub.ScrubUnseen()
		return
	}
	if l.signIn != nil {
		signin.ClearTyped(l.signIn)
	}
	if l.locked() {
		l.lockPage.Forget()
	}
	l.scrub.Scrub()
}

// asksSecret reports whether unlocking asks for the secret, because no keyring has it. A PIN cannot stand in for it: the
// secret is not in memory while the window is locked.
func (l *locking) asksSecret() bool {
	return l.config.Demo == nil && l.current != nil && !l.current.Remembered()
}

// unlockKind returns what the user needs to unlock the session.
func (l *locking) unlockKind() lockpage.UnlockKind {
	switch {
	case l.asksSecret():
		return lockpage.UnlockSecret
	case l.config.App.PIN.IsSet():
		return lockpage.UnlockPIN
	}
	return lockpage.UnlockPlain
}

// showLockPage shows the lock page, and holds messages back.
func (l *locking) showLockPage(kind lockpage.UnlockKind) {
	l.dropLockPage()
	l.lockPage = l.newPage(kind)
	l.page.Toasts.Hold()
	l.frame.show(l.lockPage.Object)
	l.lockPage.Hold(l.config.App.PIN.Wait(), words.WrongBefore())
	l.lockPage.Focus()
}

func (l *locking) dropLockPage() {
	if l.locked() {
		l.lockPage.Wait.End()
		l.lockPage.Entry.Clear()
	}
	l.lockPage = nil
}

// opensLocked reports whether the window opens locked. A PIN is set then, which a new start of the program must not bypass.
func (l *locking) opensLocked() bool {
	known := l.config.App.Settings.Get()
	return l.config.Demo == nil && l.config.App.PIN.IsSet() && known.SignedIn()
}

// unlock tries to unlock the window with what was typed. The keyring may ask the user first.
func (l *locking) unlock(typed client.Secret) {
	s, shown, locks := l.current, l.lockPage, l.lockCount
	if s == nil {
		l.unlockStart(typed)
		return
	}
	var demo client.Secret
	if d := l.config.Demo; d != nil {
		demo = d.Credentials.Secret
	}
	background.GoPrompt(l.page.Tasks, func(ctx context.Context) error {
		return lockpage.Unlock(ctx, l.config.App, s, shown.Kind, typed, demo)
	}, shown.Slow,
		func(err error) {
			if l.lockPage != shown { // the user has logged out in the meantime, or another page asks
				if l.locked() {
					s.Lock()
				}
				return
			}
			switch {
			case errors.Is(err, lockpage.ErrNewPIN):
				l.showAgain()
			case errors.Is(err, keyring.ErrNotStored):
				l.onNotStored(lang.L("The keyring no longer has your sign-in key."))
			case err != nil:
				l.config.Logger.Info("not unlocked", "reason", words.Reason(err))
				l.notUnlocked(err)
			case l.lockCount != locks:
				s.Lock()
				l.config.App.Sessions.Note(s, history.Lock)
				l.showAgain()
			default:
				l.finishUnlock()
			}
		})
}

// notUnlocked says why the window is still locked. If it is because of the keyring, the user may type the secret instead. A PIN
// was right then.
func (l *locking) notUnlocked(err error) {
	if l.lockPage.Kind == lockpage.UnlockSecret || keyring.KindOf(err) == "" {
		l.lockPage.Fail(err)
		return
	}
	l.showLockPage(lockpage.UnlockSecret)
	l.lockPage.KeyringFailed(err)
}

// askKeyring tries to unlock the window with the keyring again, after the PIN if there is one.
func (l *locking) askKeyring() {
	l.showAgain()
	if l.locked() && l.lockPage.Kind == lockpage.UnlockPlain {
		l.lockPage.Try()
	}
}

// unlockStart unlocks a window that opened locked, which has no session yet.
func (l *locking) unlockStart(typed client.Secret) {
	shown, locks := l.lockPage, l.lockCount
	background.GoErr(l.page.Tasks, func(context.Context) error { return l.config.App.PIN.Check(typed) }, func(err error) {
		if l.lockPage != shown {
			return
		}
		if err != nil {
			shown.Fail(err)
			return
		}
		if l.lockCount != locks {
			l.showLockPage(lockpage.UnlockPIN)
			return
		}
		l.config.App.Sessions.Note(nil, history.Unlock)
		l.leaveLockPage()
		l.onStartUnlocked()
	})
}

// showAgain shows the lock page again if the window is locked, because something else may unlock it now.
func (l *locking) showAgain() {
	if l.locked() {
		l.showLockPage(l.unlockKind())
	}
}

// leaveLockPage drops the lock page and what was typed. The caller shows another page.
func (l *locking) leaveLockPage() {
	l.forgetTyped()
	l.dropLockPage()
	l.page.Toasts.Release()
}

// finishUnlock shows the settings page again and continues what was held back.
func (l *locking) finishUnlock() {
	l.config.Logger.Info("unlocked")
	thenPIN := l.lockPage.ThenPIN
	if l.config.Demo == nil && l.lockPage.Kind != lockpage.UnlockSecret {
		notices.AboutVault(l.page).Withdraw() // the keyring has just answered
	}
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

// lockWhileAway locks the window when the user's screen is locked or the computer is about to sleep. It blocks until the
// window is locked, so that the system can wait for that.
func (l *locking) lockWhileAway() {
	ctx, cancel := context.WithTimeout(l.config.Ctx, background.SleepLimit)
	defer cancel()
	if err := l.page.Tasks.CallOnUI(ctx, l.lock); err != nil {
		l.config.Logger.Warn("locking while the user is away", "error", err)
	}
}
