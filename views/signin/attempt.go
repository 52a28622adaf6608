package signin

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keyring"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/delay"
	"accesskeys/client/route"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// attempt is an attempt to sign in.
type attempt struct {
	origin string         // of the server; questions about the attempt are about this server
	focus  fyne.Focusable // had the keyboard before
	busy   bool           // in progress

	offered bool // the saved key can be tried again

	swap    *control.Button // offered where it could not begin because the ID and the secret seem to be swapped
	cleared bool            // locking has cleared the secret, and the user has typed none since
}

// verb returns the label of the button that signs in.
func (a attempt) verb() string {
	if a.busy {
		return lang.L("Signing in…")
	}
	return lang.L("Sign In")
}

// SignIn signs in with what was typed, unless an attempt is in progress.
func (p *Page) SignIn() {
	if p.Stop != nil {
		return
	}
	if what, e := p.missing(); what != "" {
		p.Fail(what)
		style.Show(p.last.swap, e == fyne.Focusable(p.KeyID) && swapped(p))
		focusSelected(p, e)
		return
	}
	server, network, account := p.Server.Text, p.Network.Network(), p.target.account
	p.last.origin = p.target.origin
	creds := client.Credentials{KeyID: p.KeyID.Text, Secret: p.Secret.Secret()}
	p.SetBusy(true)
	p.Stop = func() {}
	watch, over := p.tellSteps()
	stop := p.host.Open(func(ctx context.Context) (*session.Session, error) {
		ctx, cancel := context.WithTimeout(ctx, network.WaitLimit())
		defer cancel()
		if err := p.app.Networks.Set(server, network); err != nil {
			return nil, err
		}
		return p.app.Sessions.SignInAs(watch(ctx), account, server, creds)
	}, func(s *session.Session) bool {
		over()
		return p.takeSession(s)
	}, func(err error) {
		over()
		p.handleError(err)
	})
	if p.Stop != nil { // it may be over already
		p.Stop = stop
	}
}

// missing returns a message about the first field that is empty or cannot be right, and that field. The message is ""
// if there is none.
func (p *Page) missing() (string, fyne.Focusable) {
	switch {
	case route.TrimPasted(p.Server.Text) == "":
		return lang.L("Type the server's address."), p.Server
	case client.LooksLikeKeyID(route.TrimPasted(p.Server.Text)):
		return lang.L("This looks like an access key ID, not an address. Type the server's address."), p.Server
	case client.LooksLikeSecret(route.TrimPasted(p.Server.Text)):
		return lang.L("This looks like an access key secret, so nothing was sent. Type the server's address. If this is the address, type https:// before it."), p.Server
	case route.TrimPasted(p.KeyID.Text) == "":
		return lang.L("Type the access key ID."), p.KeyID
	case p.Secret.IsEmpty():
		return lang.L("Type the access key secret."), p.Secret
	case p.Secret.Secret().Masked():
		return lang.L("These are the asterisks shown in place of a secret. Paste the secret itself, or create a new key."), p.Secret
	case swapped(p):
		return lang.L("The ID and the secret seem to be swapped."), p.KeyID
	case p.Network.Missing() != "":
		p.Advanced.Open(true)
		return p.Network.Missing(), p.Network.Address
	}
	return "", nil
}

// takeSession shows a session, and reports whether it did. It does not if the window shows something else by now: an
// attempt that is nearly done cannot be stopped.
func (p *Page) takeSession(s *session.Session) bool {
	p.Stop = nil
	if !p.host.Shows(p) {
		return false
	}
	p.SetBusy(false)
	done := lang.L("Signed in to {{.Host}}", map[string]any{"Host": words.Host(s.Server())})
	if a, there := s.Account(p.app.Settings.Get()); there && !a.SignedOut && p.target.account == "" {
		done = lang.L("You were already signed in with this key.")
	}
	p.host.ShowSession(s)
	p.win.Toasts.Done(done)
	if p.Keep.made() {
		p.app.Settings.SetKeepSignedIn(p.Keep.Checked) // written by what follows
	}
	if p.Keep.Checked {
		p.remember(s)
	} else {
		p.forget(s)
	}
	return true
}

func (p *Page) handleError(err error) {
	p.Stop = nil
	p.SetBusy(false)
	if errors.Is(err, context.Canceled) { // the user stopped it
		p.Say(p.last.clearedSecret())
		p.win.Canvas.Focus(p.last.focus)
		return
	}
	p.log.Info("sign-in failed", "reason", words.Reason(err))
	if client.KindOf(err) == client.KindPlain && p.sameServer() {
		p.focusAfter(err)
		connectionform.AskPlain(p.win, p.Server.Text, p.allowPlain, func() { failAttempt(p, err) })
		return
	}
	failAttempt(p, err)
	p.OfferCertificate(words.CertificateOf(err))
	p.focusAfter(err)
}

// remember saves the sign-in in the keyring. It may have to wait until the user has unlocked the keyring.
func (p *Page) remember(s *session.Session) {
	waits := p.win.Toasts.About("keyring waits")
	background.GoVitalPrompt(p.win.Tasks, func(ctx context.Context) error { return p.app.Sessions.Remember(ctx, s) }, func() {
		if p.host.Current() == s {
			waits.Note(words.Sentences(words.Explain(&keyring.Error{Kind: keyring.Timeout}),
				lang.L("Your sign-in will be saved when it answers.")))
		}
	}, func(err error) {
		waits.Withdraw()
		switch {
		case p.host.Current() != s:
		case err != nil:
			p.host.Listed()
			p.host.TellUnsaved(s, err, nextStartAfterFailure(p.app.Settings.Get(), s))
		default:
			p.host.KeepList()
			p.host.Listed()
		}
	})
}

// nextStartAfterFailure says what the next start does if the keyring has not saved a sign-in.
func nextStartAfterFailure(known settings.Settings, s *session.Session) string {
	if _, earlier := session.EarlierKey(s, known); earlier {
		return lang.L("This sign-in isn't saved: the next start uses the key that was saved before.")
	}
	return lang.L("You'll sign in again at the next start.")
}

// forget removes what an earlier sign-in with the same key has left in the keyring.
func (p *Page) forget(s *session.Session) {
	chosen := p.Keep.made()
	background.GoVitalErr(p.win.Tasks, background.PromptLimit, func(ctx context.Context) error { return p.app.Sessions.Forget(ctx, s, chosen) }, func(err error) {
		if p.host.Current() != s {
			return
		}
		p.host.Listed()
		if err != nil {
			p.host.TellKeyring(err, lang.L("The keyring may still hold the key of an earlier sign-in."))
		}
	})
}

// focusAfter puts the keyboard into the field that most likely caused the error, or on Sign In if none did.
func (p *Page) focusAfter(err error) {
	var field fyne.Focusable = p.Submit
	var wrong *route.NetworkError
	switch k := client.KindOf(err); {
	case client.SaysUnknownKey(err), client.StateSaid(err) != "", k == client.KindKeyID:
		field = p.KeyID
	case k == client.KindUnauthorized:
		field = p.Secret
	case errors.As(err, &wrong):
		field = p.settingField(wrong.Setting)
	case k == client.KindProxy, k == client.KindProxyAuth, k == client.KindProxyLogin, k == client.KindProxySocks:
		field = p.settingField(route.SettingProxy)
	case k == client.KindNoOwnCertificate, k == client.KindOwnCertificate:
		field = p.settingField(route.SettingCert)
	case p.Inspect.Visible():
		field = p.Inspect
	case k == client.KindPlain, k == client.KindNotTLS, k == client.KindWantsTLS:
		focus(p, p.Server) // not selected: the message asks to type something before it
		return
	case aboutAddress(k):
		field = p.Server
	}
	focusSelected(p, field)
}

// aboutAddress reports whether an error of this kind may be due to the server's address.
func aboutAddress(k client.Kind) bool {
	switch k {
	case client.KindAddress, client.KindUnreachable, client.KindProxyRefused, client.KindCertificate, client.KindNotJSON,
		client.KindFronted, client.KindMalformed, client.KindRedirect, client.KindNotFound, client.KindTooLarge,
		client.KindEdition, client.KindVersion:
		return true
	}
	return false
}

// focus gives the keyboard to a control, and scrolls to it and the notice even if it had the keyboard before.
func focus(p *Page, o fyne.Focusable) {
	p.win.Canvas.Focus(o)
	if f, ok := o.(scroll.Followed); ok {
		f.Follow()
	}
}

// focusSelected is focus, and selects what is in a field, so that what the user types or pastes replaces it.
func focusSelected(p *Page, o fyne.Focusable) {
	if f, ok := o.(interface{ SelectAll() }); ok {
		f.SelectAll()
	}
	focus(p, o)
}

// Abort stops the attempt in progress. Without one, it goes back to the previous account, if there is one.
func (p *Page) Abort() {
	switch {
	case p.Stop != nil:
		p.Stop()
	case p.target.back != nil:
		p.target.back()
	}
}

// tellSteps returns two functions: watch returns a context for an attempt, and over is to be called at its end. Once the
// attempt takes long, the form says which step it is waiting for, and that the server does not answer.
func (p *Page) tellSteps() (watch func(context.Context) context.Context, over func()) {
	late, ended, step, waits := false, false, "", delay.Delay{}
	tell := func() {
		switch {
		case !late || ended:
		case waits == delay.Delay{}:
			p.Say(step)
		default:
			p.Say(words.Sentences(step, words.Delayed(waits)))
		}
	}
	stop := p.win.Tasks.After(background.SlowAfter, func() {
		late = true
		tell()
	})
	watch = func(ctx context.Context) context.Context {
		ctx = client.WithProgress(ctx, func(s client.Progress) {
			p.win.Tasks.Post(func() {
				step = words.SignInStep(s)
				tell()
			})
		})
		return delay.Watch(ctx, func(d delay.Delay) {
			p.win.Tasks.Post(func() {
				waits = d
				tell()
			})
		})
	}
	return watch, func() {
		ended = true
		stop()
	}
}
