package shell

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/lockpage"
	"accesskeys/views/signin"
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
	signIn := w.App.Sessions.Resume
	if w.Demo != nil {
		signIn = func(ctx context.Context) (*session.Session, error) {
			return w.App.Sessions.SignIn(ctx, w.Demo.Server, w.Demo.Credentials)
		}
	}
	w.opening = true
	stopWaiting := w.Tasks.After(background.PromptPatience, w.offerSignIn)
	w.stopResuming = w.Open(signIn, func(s *session.Session) bool {
		stopWaiting()
		if w.session != nil || w.signingIn() {
			return false // a late answer is taken, but this one comes too late
		}
		w.ShowSession(s)
		return true
	}, func(err error) {
		stopWaiting()
		if errors.Is(err, context.Canceled) {
			return
		}
		w.Logger.Info("not signed in", "reason", words.Reason(err))
		w.notResumed(err)
		if errors.Is(err, keys.ErrSignedOut) {
			w.forgetLeftovers()
		}
	})
}

// forgetLeftovers has the keyring delete what an earlier run could not, or was ended before it did.
func (w *window) forgetLeftovers() {
	background.GoVitalErr(w.Tasks, w.Tasks.Limit, func(ctx context.Context) error {
		w.App.Sessions.ForgetLeftovers(ctx)
		return nil
	}, func(error) {})
}

// offerSignIn shows the form while the keyring is still waited for, which may be waiting for the person.
func (w *window) offerSignIn() {
	if w.opening {
		w.showSignIn("", false)
		w.signIn.Say(lang.L("The keyring has not answered yet: it may be waiting for its password. The window opens by itself once it has, or sign in here."))
	}
}

// notResumed says on the form why the session could not be opened. What has been typed stays.
func (w *window) notResumed(err error) {
	switch {
	case w.session != nil || w.signingIn():
	case keptByNetwork(err):
		w.askNetwork(err)
	case w.signIn != nil:
		w.signIn.Fail(words.NotSignedIn(err))
		w.signIn.OfferAgain(keyringFailed(err))
	default:
		w.showSignIn(words.NotSignedIn(err), keyringFailed(err))
	}
}

// signingIn tells whether an attempt with the form is under way.
func (w *window) signingIn() bool { return w.signIn != nil && w.signIn.Stop != nil }

// otherServer tells whether another server was asked for than the remembered one.
func (w *window) otherServer() bool {
	saved := w.App.Settings.Get().Session
	return w.Server != "" && saved != nil && !sameServer(saved.Server, w.Server)
}

// firstLook shows something until the session is open, or the sign-in form if none is being opened.
func (w *window) firstLook() {
	switch {
	case w.opening:
		w.showOpening()
	case w.session != nil, w.signIn != nil:
	case w.lockedAtStart() && !w.otherServer():
		w.showCover(lockpage.UnlockPIN)
	default:
		w.showSignIn("", false)
	}
	w.tellForgetful()
}

// tellForgetful says once that nothing is remembered. That a demo remembers nothing is said elsewhere.
func (w *window) tellForgetful() {
	if w.App.Forgetful() && w.Demo == nil && !w.toldForgetful {
		w.toldForgetful = true
		w.Toasts.Note(lang.L("There is no folder that Access Keys can keep its files in, so nothing is remembered after you quit. Check that your home folder exists and can be written to."))
	}
}

// AskAgain asks the keyring again for what it did not give.
func (w *window) AskAgain() {
	w.forgetTyped()
	w.signIn = nil
	if w.lockedAtStart() {
		w.showCover(lockpage.UnlockPIN)
		return
	}
	w.resume()
	w.firstLook()
}

// Open signs in, has the session shown, and loads its keys without waiting until it is: a start takes
// one drawing less that way. failed gets the error of signing in.
func (w *window) Open(signIn func(context.Context) (*session.Session, error), opened func(*session.Session) (taken bool), failed func(error)) context.CancelFunc {
	var s *session.Session
	locks := w.locks
	var cancel context.CancelFunc
	cancel = background.GoErrFor(w.Tasks, background.PromptLimit, func(ctx context.Context) (err error) {
		if s, err = signIn(ctx); err != nil {
			return err
		}
		ctx, limited := context.WithTimeout(ctx, s.Network().WaitLimit())
		defer limited()
		w.Tasks.Post(func() {
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
			w.settings.keys.Loaded(err)
		}
	})
	return cancel
}

// ShowSession shows the Personal Settings of a session whose keys are being loaded.
func (w *window) ShowSession(s *session.Session) {
	w.forgetTyped()
	w.leaveSession()
	w.session, w.signIn, w.opening = s, nil, false
	w.toldSkew, w.toldKeyring = 0, false
	var ctx context.Context
	ctx, w.endSession = context.WithCancel(w.Ctx)
	w.sessionTasks = w.Tasks.Within(ctx, s.Network().WaitLimit())
	w.setTitle()
	w.settings = newSettingsPage(w, s)
	w.show(w.settings.object)
	w.settings.showKeys()
}

// showSignIn asks for a key; notice says why, or nothing. again offers to ask the keyring again.
func (w *window) showSignIn(notice string, again bool) {
	w.leaveSession()
	w.opening = false
	w.setTitle()
	w.signIn = signin.New(w.Window, w, w.App, w.Logger)
	w.prefill(w.signIn)
	w.signIn.Fail(notice)
	w.signIn.OfferAgain(again)
	w.show(w.signIn.Object)
	w.signIn.Focus()
}

func (w *window) leaveSession() {
	w.uncover()
	w.clipboard.Clear()
	w.Dialogs.CloseAll()
	for _, end := range []context.CancelFunc{w.endSession, w.firstLoad} {
		if end != nil {
			end()
		}
	}
	w.endSession, w.firstLoad = nil, nil
	if w.settings != nil {
		w.settings.hideSecrets()
		w.settings.keys.Leave()
	}
	w.settings = nil
	w.session = nil
}

// ReloadKeys lists the keys again, where they are shown.
func (w *window) ReloadKeys() {
	if w.settings != nil {
		w.settings.keys.Reload()
	}
}

// AskLogOut asks, and offers to forget the secrets that were revealed here too.
func (w *window) AskLogOut() {
	s := w.session
	if s == nil && !w.Covered() {
		return
	}
	forget := control.NewCheck(lang.L("Also forget the secrets kept in this computer's keyring"), true)
	forget.OnKey = w.Dialogs.Key
	w.Dialogs.Ask(dialog.Question{
		Title: lang.L("Log out?"),
		Body: []fyne.CanvasObject{
			dialog.Paragraph(lang.L("The app forgets the key that it is signed in with. Nothing changes on the server.")), forget},
		Verb:  lang.L("Log Out"),
		Kind:  control.ButtonPrimary,
		OnYes: func() { w.logOut(s, forget.Checked, "") },
	})
}

// logOut ends a session, or without one that which a window locked at its start would open.
func (w *window) logOut(s *session.Session, forget bool, notice string) {
	w.Toasts.Clear()
	w.stopResuming()
	w.showSignIn(notice, false)
	stopWaiting := w.Tasks.After(background.PromptPatience, func() {
		w.Toasts.Note(lang.L("Logged out. The keyring has not answered yet: what it keeps is deleted once it does, or at the next sign-in."))
	})
	background.GoVitalErr(w.Tasks, background.PromptLimit, func(ctx context.Context) error {
		if s == nil {
			return w.App.Sessions.LogOutSaved(ctx, forget)
		}
		return w.App.Sessions.LogOut(ctx, s, forget)
	}, func(err error) {
		stopWaiting()
		if err != nil {
			w.Toasts.Error(words.LoggedOutBut(err))
		}
	})
}

// OwnKeyGone ends a session whose own key was disabled or deleted.
func (w *window) OwnKeyGone(k keys.Key) {
	if w.session == nil || w.session.KeyID() != k.ID {
		return
	}
	notice := lang.L("{{.ID}}, which this app was signed in with, is disabled now. Sign in with another key.", map[string]any{"ID": k.ID})
	if k.State == client.StateDeleted {
		notice = lang.L("{{.ID}}, which this app was signed in with, is deleted now. Sign in with another key.", map[string]any{"ID": k.ID})
	}
	w.logOut(w.session, false, notice)
}

// Rejected asks to sign in again, because the server does not accept the session's key any more, or its API is
// elsewhere. What is remembered stays: the key may only be disabled for a while.
func (w *window) Rejected(err error) { w.signInAgain(words.Explain(err)) }

// signInAgain asks for the secret of the session's key.
func (w *window) signInAgain(notice string) {
	server, id := w.session.Server(), w.session.KeyID()
	w.showSignIn(notice, false)
	w.signIn.Server.SetText(server)
	w.signIn.KeyID.SetText(id)
	w.signIn.Focus()
}

// sameServer tells whether two addresses, as typed, mean the same server.
func sameServer(a, b string) bool {
	bare := func(s string) string { return strings.TrimRight(strings.TrimSpace(s), "/") }
	return bare(a) == bare(b)
}

// keyringFailed tells whether asking the keyring again may help.
func keyringFailed(err error) bool {
	var failed *keyring.Error
	return errors.As(err, &failed)
}

// keptByNetwork tells whether the remembered session can still be opened, once the person has said how to reach
// its server.
func keptByNetwork(err error) bool {
	kind := client.KindOf(err)
	return kind == client.KindPlain || kind == client.KindSettings
}

// askNetwork asks how to reach the server of the remembered session, which stays remembered.
func (w *window) askNetwork(err error) {
	saved := w.App.Settings.Get().Session
	if saved == nil {
		return
	}
	w.showSignIn(words.Explain(err), false)
	w.signIn.AskNetwork(*saved, err)
}

// prefill fills in what is known of the sign-in.
func (w *window) prefill(p *signin.Page) {
	p.Server.SetText(w.App.Settings.Get().Server)
	if w.Server != "" {
		p.Server.SetText(w.Server)
	}
	if d := w.Demo; d != nil {
		p.Server.SetText(d.Server)
		p.KeyID.SetText(d.Credentials.KeyID)
		p.Secret.Insert(d.Credentials.Secret.Reveal())
		p.Keep.SetChecked(false)
	}
}

func (w *window) Current() *session.Session { return w.session }

func (w *window) Shows(p *signin.Page) bool { return w.signIn == p }
