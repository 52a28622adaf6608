package views

import (
	"context"
	"errors"
	"net/url"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/words"
)

// begin opens what the window opens with, as far as that needs no drawing.
func (w *window) begin() {
	if !w.otherServer() && !w.lockedAtStart() {
		w.resume()
	}
}

// resume begins to open the remembered session, or the demo's.
func (w *window) resume() {
	signIn := w.App.Resume
	if w.Demo != nil {
		signIn = func(ctx context.Context) (*app.Session, error) {
			return w.App.SignIn(ctx, w.Demo.Server, w.Demo.Credentials)
		}
	}
	w.opening = true
	stopWaiting := w.tasks.After(background.PromptPatience, w.offerSignIn)
	w.stopResuming = w.open(signIn, func(s *app.Session) bool {
		stopWaiting()
		if w.session != nil || w.signingIn() {
			return false // a late answer is taken, but this one comes too late
		}
		w.showSession(s)
		return true
	}, func(err error) {
		stopWaiting()
		if errors.Is(err, context.Canceled) {
			return
		}
		w.Logger.Info("not signed in", "reason", words.Reason(err))
		w.notResumed(err)
		if errors.Is(err, app.ErrSignedOut) {
			w.forgetLeftovers()
		}
	})
}

// forgetLeftovers has the keyring delete what an earlier run could not, or was ended before it did.
func (w *window) forgetLeftovers() {
	background.GoVitalErr(w.tasks, w.tasks.Limit, func(ctx context.Context) error {
		w.App.ForgetLeftovers(ctx)
		return nil
	}, func(error) {})
}

// offerSignIn shows the form while the keyring is still waited for, which may be waiting for the person.
func (w *window) offerSignIn() {
	if w.opening {
		w.showSignIn("", false)
		w.signIn.say(lang.L("The keyring has not answered yet: it may be waiting for its password. The window opens by itself once it has, or sign in here."))
	}
}

// notResumed says on the form why the session could not be opened. What has been typed stays.
func (w *window) notResumed(err error) {
	switch {
	case w.session != nil || w.signingIn():
	case keptByNetwork(err):
		w.askNetwork(err)
	case w.signIn != nil:
		w.signIn.fail(notSignedIn(err))
		w.signIn.offerAgain(keyringFailed(err))
	default:
		w.showSignIn(notSignedIn(err), keyringFailed(err))
	}
}

// signingIn tells whether an attempt with the form is under way.
func (w *window) signingIn() bool { return w.signIn != nil && w.signIn.stop != nil }

// otherServer tells whether another server was asked for than the remembered one.
func (w *window) otherServer() bool {
	saved := w.App.Settings().Session
	return w.Server != "" && saved != nil && !sameServer(saved.Server, w.Server)
}

// firstLook shows something until the session is open, or the sign-in form if none is being opened.
func (w *window) firstLook() {
	switch {
	case w.opening:
		w.showOpening()
	case w.session != nil, w.signIn != nil:
	case w.lockedAtStart() && !w.otherServer():
		w.showCover(unlockPIN)
	default:
		w.showSignIn("", false)
	}
	w.tellForgetful()
}

// tellForgetful says once that nothing is remembered. That a demo remembers nothing is said elsewhere.
func (w *window) tellForgetful() {
	if w.App.Forgetful() && w.Demo == nil && !w.toldForgetful {
		w.toldForgetful = true
		w.toasts.Note(lang.L("There is no folder that Access Keys can keep its files in, so nothing is remembered after you quit. Check that your home folder exists and can be written to."))
	}
}

// askAgain asks the keyring again for what it did not give.
func (w *window) askAgain() {
	w.forgetTyped()
	w.signIn = nil
	if w.lockedAtStart() {
		w.showCover(unlockPIN)
		return
	}
	w.resume()
	w.firstLook()
}

// open signs in, has the session shown, and loads its keys without waiting until it is: a start takes
// one drawing less that way. failed gets the error of signing in.
func (w *window) open(signIn func(context.Context) (*app.Session, error), opened func(*app.Session) (taken bool), failed func(error)) context.CancelFunc {
	var s *app.Session
	locks := w.locks
	var cancel context.CancelFunc
	cancel = background.GoErrFor(w.tasks, background.PromptLimit, func(ctx context.Context) (err error) {
		if s, err = signIn(ctx); err != nil {
			return err
		}
		ctx, limited := context.WithTimeout(ctx, app.CallLimit(s.Network()))
		defer limited()
		w.tasks.Post(func() {
			if opened(s) {
				w.firstLoad = cancel
			}
			if w.locks != locks {
				w.lock() // that was asked for meanwhile
			}
		})
		return s.Keys().Load(ctx)
	}, func(err error) {
		switch {
		case s == nil:
			failed(err)
		case s == w.session:
			w.settings.keys.loaded(err)
		}
	})
	return cancel
}

// showSession shows the Personal Settings of a session whose keys are being loaded.
func (w *window) showSession(s *app.Session) {
	w.forgetTyped()
	w.leaveSession()
	w.session, w.signIn, w.opening = s, nil, false
	w.toldSkew, w.toldKeyring = 0, false
	var ctx context.Context
	ctx, w.endSession = context.WithCancel(w.Ctx)
	w.during = w.tasks.Within(ctx, app.CallLimit(s.Network()))
	w.setTitle()
	w.settings = newSettingsPage(w, s)
	during := w.during
	s.OnMoved(func(base string) {
		during.Post(func() {
			w.toasts.Note(movedTo(base))
		})
	})
	w.show(w.settings.object)
	w.settings.showKeys()
}

func movedTo(base string) string {
	return lang.L("The API has moved on its server. The app goes on at {{.Base}}", map[string]any{"Base": base})
}

// showSignIn asks for a key; notice says why, or nothing. again offers to ask the keyring again.
func (w *window) showSignIn(notice string, again bool) {
	w.leaveSession()
	w.opening = false
	w.setTitle()
	w.signIn = newSignInPage(w)
	w.signIn.fail(notice)
	w.signIn.offerAgain(again)
	w.show(w.signIn.object)
	w.signIn.focus()
}

func (w *window) leaveSession() {
	w.uncover()
	w.copied.Clear()
	w.dialogs.CloseAll()
	for _, end := range []context.CancelFunc{w.endSession, w.firstLoad} {
		if end != nil {
			end()
		}
	}
	w.endSession, w.firstLoad = nil, nil
	if w.settings != nil {
		w.settings.hideSecrets()
		w.settings.keys.leave()
	}
	w.settings = nil
	w.session = nil
}

// reloadKeys lists the keys again, where they are shown.
func (w *window) reloadKeys() {
	if w.settings != nil {
		w.settings.keys.reload()
	}
}

// askLogOut asks, and offers to forget the secrets that were revealed here too.
func (w *window) askLogOut() {
	s := w.session
	if s == nil && !w.covered() {
		return
	}
	forget := control.NewCheck(lang.L("Also forget the secrets kept in this computer's keyring"), true)
	forget.OnKey = w.dialogs.Key
	w.dialogs.Ask(dialog.Question{
		Title: lang.L("Log out?"),
		Body: []fyne.CanvasObject{
			dialog.Paragraph(lang.L("The app forgets the key that it is signed in with. Nothing changes on the server.")), forget},
		Verb:  lang.L("Log Out"),
		Kind:  control.ButtonPrimary,
		OnYes: func() { w.logOut(s, forget.Checked, "") },
	})
}

// logOut ends a session, or without one that which a window locked at its start would open.
func (w *window) logOut(s *app.Session, forget bool, notice string) {
	w.toasts.Clear()
	w.stopResuming()
	w.showSignIn(notice, false)
	stopWaiting := w.tasks.After(background.PromptPatience, func() {
		w.toasts.Note(lang.L("Logged out. The keyring has not answered yet: what it keeps is deleted once it does, or at the next sign-in."))
	})
	background.GoVitalErr(w.tasks, background.PromptLimit, func(ctx context.Context) error {
		if s == nil {
			return w.App.LogOutSaved(ctx, forget)
		}
		return w.App.LogOut(ctx, s, forget)
	}, func(err error) {
		stopWaiting()
		if err != nil {
			w.toasts.Error(words.LoggedOutBut(err))
		}
	})
}

// ownKeyGone ends a session whose own key was disabled or deleted.
func (w *window) ownKeyGone(k app.Key) {
	if w.session == nil || w.session.KeyID() != k.ID {
		return
	}
	notice := lang.L("{{.ID}}, which this app was signed in with, is disabled now. Sign in with another key.", map[string]any{"ID": k.ID})
	if k.State == client.StateDeleted {
		notice = lang.L("{{.ID}}, which this app was signed in with, is deleted now. Sign in with another key.", map[string]any{"ID": k.ID})
	}
	w.logOut(w.session, false, notice)
}

// rejected asks to sign in again, because the server does not accept the session's key any more. What is
// remembered stays: the key may only be disabled for a while.
func (w *window) rejected(err error) { w.signInAgain(words.Explain(err)) }

// signInAgain asks for the secret of the session's key.
func (w *window) signInAgain(notice string) {
	id := w.session.KeyID()
	w.showSignIn(notice, false)
	w.signIn.keyID.SetText(id)
	w.signIn.focus()
}

// host is the part of a server's address that tells it from others.
func host(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return strings.TrimRight(address, "/")
}

// sameServer tells whether two addresses, as typed, mean the same server.
func sameServer(a, b string) bool {
	bare := func(s string) string { return strings.TrimRight(strings.TrimSpace(s), "/") }
	return bare(a) == bare(b)
}
