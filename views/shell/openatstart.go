package shell

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/lockpage"
	"accesskeys/views/words"
)

// opening is how the window begins: with the session of the last run, the demo's, the lock page or the sign-in form.
type opening struct {
	*state
	config  *Config
	page    *page.Window
	frame   *frame
	session *sessionFlow
	locking *locking

	tries         int  // how often a session was to be opened: only the last one is shown
	toldForgetful bool // the user knows that nothing is remembered
}

// begin opens what the window opens with, as far as that needs no drawing.
func (o *opening) begin() {
	o.chosen.account = o.wanted()
	if !o.otherServer() && !o.locking.atStart() {
		o.resume()
	}
}

// resume begins to open the session of the account that the window is on, or the demo's.
func (o *opening) resume() {
	signIn := o.config.App.Sessions.Resume
	if id := o.chosen.account; id != "" { // which account was open last may change before this runs
		signIn = func(ctx context.Context) (*session.Session, error) { return o.config.App.Sessions.Open(ctx, id) }
		if kept := o.config.App.Settings; kept.Get().Current != id { // at once: it may be opened late, or never
			kept.Change(func(v *settings.Settings) { v.Open(id) })
		}
	}
	if o.config.Demo != nil {
		signIn = func(ctx context.Context) (*session.Session, error) {
			return o.config.App.Sessions.SignIn(ctx, o.config.Demo.Server, o.config.Demo.Credentials)
		}
	}
	o.tries++
	try := o.tries
	o.waiting, o.frame.otherwise = true, nil
	stopLooking := o.lookForQuestion()
	stopOffer := o.page.Tasks.After(background.PromptPatience, o.offerSignIn)
	stopWaiting := func() {
		stopLooking()
		stopOffer()
	}
	cancel := o.session.open(signIn, func(s *session.Session) bool {
		stopWaiting()
		if o.current != nil || o.signingIn() || try != o.tries {
			return false // a late answer is taken, but this one comes too late
		}
		o.session.show(s)
		return true
	}, func(err error) {
		stopWaiting()
		if errors.Is(err, context.Canceled) || try != o.tries {
			return
		}
		o.config.Logger.Info("not signed in", "reason", words.Reason(err))
		o.notResumed(err)
		if errors.Is(err, keys.ErrSignedOut) {
			o.forgetLeftovers()
		}
	})
	o.stopOpening = func() {
		stopWaiting()
		cancel()
	}
}

// keyringPatience is how long the keyring takes at most that asks the user nothing.
const keyringPatience = time.Second

// lookForQuestion says that the keyring is waited for, once it takes so long that it must be asking the user.
func (o *opening) lookForQuestion() (stop func()) {
	keyring, ok := o.config.App.Keyring.(interface{ InCall() bool })
	if !ok {
		return func() {}
	}
	var look, end func()
	look = func() {
		if !o.waiting {
			return
		}
		if asks := keyring.InCall(); asks != (o.frame.otherwise != nil) {
			o.frame.otherwise = nil
			if asks {
				o.frame.otherwise = o.offerSignIn
			}
			o.frame.showOpening()
		}
		end = o.page.Tasks.After(keyringPatience, look)
	}
	end = o.page.Tasks.After(keyringPatience, look)
	return func() { end() }
}

// resumeAndShow is resume with something to look at meanwhile.
func (o *opening) resumeAndShow() {
	o.resume()
	o.firstLook()
}

// forgetLeftovers has the keyring delete what an earlier run could not, or was ended before it did.
func (o *opening) forgetLeftovers() {
	background.GoVitalErr(o.page.Tasks, o.page.Tasks.Limit, func(ctx context.Context) error {
		o.config.App.Sessions.ForgetLeftovers(ctx)
		return nil
	}, func(error) {})
}

// offerSignIn shows the form while the keyring is still waited for, which may be waiting for the user.
func (o *opening) offerSignIn() {
	if o.waiting {
		o.session.showSignIn("", false)
		o.signIn.Say(lang.L("Waiting for the keyring. Enter its password if asked, or sign in here."))
	}
}

// notResumed says on the form why the session could not be opened. What has been typed stays.
func (o *opening) notResumed(err error) {
	switch {
	case o.current != nil || o.signingIn():
	case session.AsksNetwork(err):
		o.askNetwork(err)
	case o.signIn != nil:
		o.signIn.Fail(words.NotSignedIn(err))
		o.signIn.OfferAgain(keyring.MayAnswer(err))
	default:
		o.session.showSignIn(words.NotSignedIn(err), keyring.MayAnswer(err))
	}
}

// firstLook shows something until the session is open, or the sign-in form if none is being opened.
func (o *opening) firstLook() {
	switch {
	case o.waiting:
		o.frame.showOpening()
	case o.current != nil, o.signIn != nil:
	case o.locking.atStart() && (!o.otherServer() || o.locking.several()): // a form would lead to the other accounts
		o.locking.showLockPage(lockpage.UnlockPIN)
	default:
		o.session.showSignIn("", false)
	}
	o.tellForgetful()
}

// startUnlocked goes on where a window that opened locked is unlocked.
func (o *opening) startUnlocked() {
	if o.config.Server != "" {
		o.chosen.account = o.wanted() // it may have been offered since
	}
	if o.otherServer() {
		o.session.showSignIn("", false)
		return
	}
	o.resumeAndShow()
}

// tellForgetful says once that nothing is remembered. That a demo remembers nothing is said elsewhere.
func (o *opening) tellForgetful() {
	if o.config.App.Forgetful() && o.config.Demo == nil && !o.toldForgetful {
		o.toldForgetful = true
		o.page.Toasts.Note(lang.L("Access Keys can't save its files, so nothing is remembered after you quit. Check that your home folder exists and is writable."))
	}
}

// askAgain asks the keyring again for what it did not give.
func (o *opening) askAgain() {
	o.locking.forgetTyped()
	o.signIn = nil
	if o.locking.atStart() {
		o.locking.showLockPage(lockpage.UnlockPIN)
		return
	}
	o.resumeAndShow()
}

// askNetwork asks how to reach the server of the remembered session, which stays remembered. Without one, the form
// only says what is wrong.
func (o *opening) askNetwork(err error) {
	o.session.showSignIn(words.Explain(err), false)
	known := o.config.App.Settings.Get()
	if a, ok := known.Account(o.chosen.account); ok {
		o.signIn.AskNetwork(a.SavedSession, err)
	}
}
