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

// opening opens what the window starts with: the remembered session, the demo's, the lock page or the sign-in form.
type opening struct {
	*state
	config  *Config
	page    *page.Window
	frame   *frame
	session *sessionFlow
	locking *locking

	tries         int  // counts the attempts to open a session: only the last one is shown
	toldForgetful bool // the user was told that nothing is remembered
}

// atStart returns what settings.AtStart does of the requested server.
func (o *opening) atStart() (account string, otherServer bool) {
	return settings.AtStart(o.config.App.Settings.Get(), o.config.Server)
}

// begin starts to open the session before there is a window to draw in.
func (o *opening) begin() {
	account, other := o.atStart()
	o.chosen.account = account
	if !other && !o.locking.opensLocked() {
		o.resume()
	}
}

// resume starts to open the session of the current account, or the demo's.
func (o *opening) resume() {
	signIn := o.config.App.Sessions.Resume
	if id := o.chosen.account; id != "" { // by ID: another process may change which account was open last
		signIn = func(ctx context.Context) (*session.Session, error) { return o.config.App.Sessions.Open(ctx, id) }
		if kept := o.config.App.Settings; kept.Get().Current != id { // saved at once: opening it may take long, or fail
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
	o.waiting, o.frame.onSignInOtherwise = true, nil
	stopLooking := o.lookForQuestion()
	stopOffer := o.page.Tasks.After(background.PromptPatience, o.offerSignIn)
	stopWaiting := func() {
		stopLooking()
		stopOffer()
	}
	cancel := o.session.open(o.session.accounts.OnceForgotten(signIn), func(s *session.Session) bool {
		stopWaiting()
		if o.current != nil || o.signingIn() || try != o.tries {
			return false // something else is shown by now
		}
		o.session.show(s)
		return true
	}, func(err error) {
		stopWaiting()
		if errors.Is(err, context.Canceled) || try != o.tries {
			return
		}
		o.config.Logger.Info("not signed in", "reason", words.Reason(err))
		o.tellNotResumed(err)
		if errors.Is(err, keys.ErrSignedOut) {
			o.forgetLeftovers()
		}
	})
	o.stopOpening = func() {
		stopWaiting()
		cancel()
	}
}

// keyringPatience is how long the keyring takes at most if it does not ask the user anything.
const keyringPatience = time.Second

// lookForQuestion says that the app waits for the keyring, once a call takes so long that it must be asking the user.
func (o *opening) lookForQuestion() (stop func()) {
	var look, end func()
	look = func() {
		if !o.waiting {
			return
		}
		if asks := o.config.App.InKeyring(); asks != (o.frame.onSignInOtherwise != nil) {
			o.frame.onSignInOtherwise = nil
			if asks {
				o.frame.onSignInOtherwise = o.offerSignIn
			}
			o.frame.showOpening(o.chosen.back)
		}
		end = o.page.Tasks.After(keyringPatience, look)
	}
	end = o.page.Tasks.After(keyringPatience, look)
	return func() { end() }
}

// resumeAndShow is resume, and shows a page in the meantime.
func (o *opening) resumeAndShow() {
	o.resume()
	o.showFirstPage()
}

// forgetLeftovers deletes from the keyring what an earlier run should have deleted but could not.
func (o *opening) forgetLeftovers() {
	background.GoVitalErr(o.page.Tasks, o.page.Tasks.Limit, func(ctx context.Context) error {
		o.config.App.Sessions.ForgetLeftovers(ctx)
		return nil
	}, func(error) {})
}

// offerSignIn shows the sign-in form while the app is still waiting for the keyring, which may be waiting for the user.
func (o *opening) offerSignIn() {
	if o.waiting {
		o.session.showSignIn("", false)
		o.signIn.Say(lang.L("Waiting for the keyring. Type its password if asked, or sign in here."))
	}
}

// tellNotResumed says on the sign-in form why the session could not be opened. What the user has typed stays.
func (o *opening) tellNotResumed(err error) {
	switch {
	case o.current != nil || o.signingIn():
	case session.AsksNetwork(err):
		o.askNetwork(err)
	case o.signIn != nil:
		o.signIn.Fail(words.NotSignedIn(err))
		o.signIn.OfferAgain(keyring.KindOf(err) != "")
	default:
		o.session.showSignIn(words.NotSignedIn(err), keyring.KindOf(err) != "")
	}
}

// showFirstPage shows a page until the session is open, or the sign-in form if none is being opened.
func (o *opening) showFirstPage() {
	switch _, other := o.atStart(); {
	case o.waiting:
		o.frame.showOpening(o.chosen.back)
	case o.current != nil, o.signIn != nil:
	case o.locking.opensLocked() && !other, o.locking.protectsOthers():
		o.locking.showLockPage(lockpage.UnlockPIN)
	default:
		o.session.showSignIn("", false)
	}
	o.tellForgetful()
}

// startUnlocked continues the start after a window that opened locked was unlocked.
func (o *opening) startUnlocked() {
	account, other := o.atStart()
	if o.config.Server != "" {
		o.chosen.account = account // another start may have requested the server since
	}
	if other {
		o.session.showSignIn("", false)
		return
	}
	o.resumeAndShow()
}

// tellForgetful says once that nothing is remembered. For the demo, the top bar says so.
func (o *opening) tellForgetful() {
	if o.config.App.Forgetful() && o.config.Demo == nil && !o.toldForgetful {
		o.toldForgetful = true
		o.page.Toasts.Note(lang.L("Access Keys can't save its files, so nothing is remembered after you quit. Check that your home folder exists and is writable."))
	}
}

// askAgain asks the keyring again for the session that it did not give.
func (o *opening) askAgain() {
	o.locking.forgetTyped()
	form := o.signIn
	o.signIn = nil
	if o.locking.opensLocked() {
		o.locking.showLockPage(lockpage.UnlockPIN)
		if form != nil {
			o.lockPage.OfferBack(func() {
				o.locking.leaveLockPage()
				o.signIn = form
				form.Retranslate()
				o.frame.show(form.Object)
				form.Focus()
			})
		}
		return
	}
	o.resumeAndShow()
}

// askNetwork asks on the sign-in form for the network settings of the remembered session. Without one, the form only
// says what is wrong.
func (o *opening) askNetwork(err error) {
	o.session.showSignIn(words.Explain(err), false)
	known := o.config.App.Settings.Get()
	if a, ok := known.Account(o.chosen.account); ok {
		o.signIn.AskNetwork(a.SavedSession, err)
	}
}
