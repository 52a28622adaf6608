package views

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const formWidth = float32(420)

// signInPage is the form that asks for a server and an access key.
type signInPage struct {
	w      *window
	server *control.Entry
	keyID  *control.Entry
	secret *control.SecretEntry
	keep   *control.Check

	advanced *control.Disclosure
	network  *networkForm
	origin   string          // of the server that network is about
	tried    string          // the origin of the last attempt, and so of what is asked about it
	look     *control.Button // at the certificate that was not accepted

	submit *control.Button
	cancel *control.Button
	again  *control.Button // asks the keyring again for what it did not give
	reopen *control.Button // opens the remembered session, once its server can be reached
	notice *widget.Label
	object fyne.CanvasObject
	stop   context.CancelFunc // ends the attempt under way
}

func newSignInPage(w *window) *signInPage {
	p := &signInPage{w: w}
	p.server, p.keyID = p.field(control.NewEntry(control.LongestAddress)), p.field(control.NewEntry(control.LongestKeyID))
	p.keyID.SetPlaceHolder("AK…")
	p.secret = control.NewSecretEntry()
	p.field(&p.secret.Entry)
	p.keep = control.NewCheck("", true)
	p.keep.OnKey = p.key
	p.submit = control.NewButton("", control.ButtonPrimary, p.signIn)
	p.submit.OnKey = p.key
	p.cancel = control.NewButton("", control.ButtonDefault, p.abort)
	p.cancel.OnKey = p.key
	p.cancel.Hide()
	p.again = control.NewButton("", control.ButtonDefault, p.w.askAgain)
	p.again.OnKey = p.key
	p.again.Hide()
	p.reopen = control.NewButton("", control.ButtonPrimary, p.openAgain)
	p.reopen.OnKey = p.key
	p.reopen.Hide()
	p.notice = dialog.Paragraph("")
	p.look = newCertificateButton(control.ButtonDefault)
	p.look.OnKey = p.key
	p.network = newNetworkForm(w, p.key)
	p.network.plainOffered = true
	p.network.onSubmit(p.signIn)
	p.advanced = control.NewDisclosure(p.network.object)
	p.advanced.OnKey = p.key
	p.server.OnChanged = p.followServer
	p.prefill()
	p.sayAnew()
	return p
}

// sayAnew words the form in the language of now. What was typed stays, and an attempt under way goes on.
func (p *signInPage) sayAnew() {
	p.server.Name, p.keyID.Name, p.secret.Name = lang.L("Server"), lang.L("Access Key ID"), lang.L("Access Key Secret")
	p.server.SetPlaceHolder(lang.L("optimizer.example.com or http://localhost:8000"))
	p.keep.SetText(lang.L("Keep me signed in, in this computer's keyring"))
	p.cancel.SetText(lang.L("Cancel"))
	p.again.SetText(lang.L("Ask the Keyring Again"))
	p.submit.SetText(p.verb())
	p.reopen.SetText(lang.L("Open Without Signing In"))
	p.advanced.SetText(lang.L("Advanced"))
	p.advanced.Open(p.network.object.Visible())
	p.network.sayAnew()
	p.look.SetText(lookAtCertificate())
	p.object = p.layout()
}

// verb is what the button that signs in says.
func (p *signInPage) verb() string {
	if p.cancel.Visible() {
		return lang.L("Signing in…")
	}
	return lang.L("Sign In")
}

func (p *signInPage) field(e *control.Entry) *control.Entry {
	e.OnSubmitted = func(string) { p.signIn() }
	e.OnKey = p.key
	p.w.hear(e)
	return e
}

func (p *signInPage) prefill() {
	p.server.SetText(p.w.App.Settings().Server)
	if p.w.Server != "" {
		p.server.SetText(p.w.Server)
	}
	if d := p.w.Demo; d != nil {
		p.server.SetText(d.Server)
		p.keyID.SetText(d.Credentials.KeyID)
		p.secret.Insert(d.Credentials.Secret.Reveal())
		p.keep.SetChecked(false)
	}
}

func (p *signInPage) layout() fyne.CanvasObject {
	title := control.NewText(lang.L("Sign in to Cluster Optimizer"), style.SizeHeading, fyne.TextStyle{Bold: true})
	how := dialog.Paragraph(lang.L("With an access key from its web console: your avatar > Personal Settings > Access Keys."))
	form := container.NewVBox(
		style.InsetLeft(title), how,
		widget.NewLabel(lang.L("Server")), p.server,
		widget.NewLabel(lang.L("Access Key ID")), p.keyID,
		widget.NewLabel(lang.L("Access Key Secret")), p.secret,
		p.keep, p.notice, container.NewHBox(style.InsetLeft(p.look)),
		container.NewHBox(p.advanced.Button), p.network.object, style.Gap(formWidth, 0),
		container.NewHBox(p.again, p.reopen, layout.NewSpacer(), p.cancel, style.Gap(4, 0), p.submit),
	)
	shortcuts := control.NewButton(lang.L("Keyboard Shortcuts"), control.ButtonLink, p.w.showShortcuts)
	about := control.NewButton(lang.L("About"), control.ButtonLink, p.w.showAbout)
	help := container.NewHBox(layout.NewSpacer(), shortcuts, style.Gap(2, 0), about, layout.NewSpacer())
	card := control.NewFormCard(form, help)
	follow := card.FollowWith(p.notice)
	p.server.OnFocus = follow(p.server, title, p.server)
	p.keyID.OnFocus = follow(p.keyID, p.keyID, p.keyID)
	p.secret.OnFocus = follow(p.secret, p.secret, p.secret)
	p.keep.OnFocus = follow(p.keep, p.keep, p.submit)
	p.look.OnFocus = follow(p.look, p.look, p.look)
	p.advanced.OnFocus = follow(p.advanced.Button, p.keep, p.submit)
	p.network.followWith(func(control, until fyne.CanvasObject) func() { return follow(until, control, until) })
	for _, b := range []*control.Button{p.submit, p.cancel, p.again, p.reopen} {
		b.OnFocus = follow(b, b, b)
	}
	for _, b := range []*control.Button{shortcuts, about} {
		b.OnKey, b.OnFocus = p.key, card.Follow(help, help)
	}
	return card.Object
}

// focus goes to the first field that is still to be filled in.
func (p *signInPage) focus() {
	_, missing := p.missing()
	if missing == nil {
		missing = p.submit
	}
	p.w.win.Canvas().Focus(missing)
}

func (p *signInPage) signIn() {
	if p.stop != nil {
		return
	}
	if what, e := p.missing(); what != "" {
		p.fail(what)
		p.w.win.Canvas().Focus(e)
		return
	}
	server, network := p.server.Text, p.network.Network()
	p.tried = p.origin
	creds := client.Credentials{KeyID: p.keyID.Text, Secret: p.secret.Secret()}
	p.setBusy(true)
	p.stop = func() {}
	stop := p.w.open(func(ctx context.Context) (*app.Session, error) {
		ctx, cancel := context.WithTimeout(ctx, app.CallLimit(network))
		defer cancel()
		if err := p.w.App.SetNetwork(server, network); err != nil {
			return nil, err
		}
		return p.w.App.SignIn(ctx, server, creds)
	}, p.signedIn, p.failed)
	if p.stop != nil { // it may be over already
		p.stop = stop
	}
}

// missing says what is still to be filled in, and where.
func (p *signInPage) missing() (string, fyne.Focusable) {
	switch {
	case p.server.Text == "":
		return lang.L("Type the server's address."), p.server
	case p.keyID.Text == "":
		return lang.L("Type the access key ID."), p.keyID
	case p.secret.Empty():
		return lang.L("Type the access key secret."), p.secret
	case p.secret.Secret().Masked():
		return lang.L("That is not a secret but what is shown in its place. Copy the secret itself, which is shown where and when the key was made; or make a new key."), p.secret
	case p.network.missing() != "":
		p.advanced.Open(true)
		return p.network.missing(), p.network.address
	}
	return "", nil
}

func (p *signInPage) signedIn(s *app.Session) bool {
	p.stop = nil
	p.setBusy(false)
	p.w.showSession(s)
	p.w.toasts.Done(lang.L("Signed in to {{.Base}}", map[string]any{"Base": s.Endpoint().Base}))
	if p.keep.Checked {
		p.remember(s)
	} else {
		p.forget(s)
	}
	return true
}

func (p *signInPage) failed(err error) {
	p.w.Logger.Info("sign-in failed", "reason", words.Reason(err))
	p.stop = nil
	p.setBusy(false)
	p.fail(words.Explain(err))
	p.offerCertificate(certificateOf(err))
	p.focusAfter(err)
	if client.KindOf(err) == client.KindPlain && p.asTried() {
		p.w.askPlain(p.server.Text, p.allowPlain)
	}
}

// remember may have to wait until the person has unlocked the keyring.
func (p *signInPage) remember(s *app.Session) {
	stopWaiting := p.w.tasks.After(background.PromptPatience, func() {
		if p.w.session == s {
			p.w.toasts.Note(words.Sentences(words.Explain(&app.KeyringError{Kind: app.KeyringTimeout}),
				lang.L("This sign-in is remembered once it answers.")))
		}
	})
	background.GoVitalErr(p.w.tasks, background.PromptLimit, func(ctx context.Context) error { return p.w.App.Remember(ctx, s) }, func(err error) {
		stopWaiting()
		switch {
		case p.w.session != s:
		case err != nil:
			p.w.tellKeyring(err, lang.L("You will be asked to sign in again next time."))
		default:
			p.w.keepList()
		}
	})
}

// forget drops what an earlier sign-in with the same key left in the keyring.
func (p *signInPage) forget(s *app.Session) {
	background.GoVitalErr(p.w.tasks, background.PromptLimit, func(ctx context.Context) error { return p.w.App.Forget(ctx, s) }, func(err error) {
		if err != nil && p.w.session == s {
			p.w.tellKeyring(err, lang.L("It may still hold the key from an earlier sign-in."))
		}
	})
}

// focusAfter puts the keyboard where the mistake most likely is.
func (p *signInPage) focusAfter(err error) {
	var field fyne.Focusable = p.server
	var wrong *client.NetworkError
	switch k := client.KindOf(err); {
	case k == client.KindUnauthorized:
		field = p.secret
	case k == client.KindKeyID:
		field = p.keyID
	case errors.As(err, &wrong):
		field = p.settingField(wrong.Setting)
	case k == client.KindProxy, k == client.KindProxyAuth:
		field = p.settingField(client.SettingProxy)
	case k == client.KindNoOwnCertificate, k == client.KindOwnCertificate:
		field = p.settingField(client.SettingCert)
	case p.look.Visible():
		field = p.look
	}
	p.w.win.Canvas().Focus(field)
}

func (p *signInPage) abort() {
	if p.stop != nil {
		p.stop()
	}
}

// offerAgain has the form offer to ask the keyring again, or not.
func (p *signInPage) offerAgain(on bool) { style.Show(p.again, on) }

func (p *signInPage) setBusy(busy bool) {
	for _, o := range append(p.network.fields(), p.server, p.keyID, p.secret, p.keep, p.advanced) {
		if busy {
			o.Disable()
		} else {
			o.Enable()
		}
	}
	style.Show(p.cancel, busy)
	if busy {
		p.offerAgain(false)
		p.reopen.Hide()
	}
	p.submit.SetText(p.verb())
	if busy {
		p.fail("")
		p.w.win.Canvas().Focus(p.cancel)
	}
}

// fail says why the person is not signed in; an empty message says nothing.
func (p *signInPage) fail(message string) { p.tell(message, widget.DangerImportance) }

// say says what is no failure.
func (p *signInPage) say(message string) { p.tell(message, widget.MediumImportance) }

func (p *signInPage) tell(message string, importance widget.Importance) {
	p.offerCertificate(nil)
	p.notice.Importance = importance
	p.notice.SetText(message)
	p.notice.Resize(fyne.NewSize(formWidth, p.notice.MinSize().Height)) // how high it is depends on that
	style.Show(p.notice, message != "")
}

func (p *signInPage) key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.abort()
	}
	p.w.typedKey(e)
}

// keyringFailed tells whether asking the keyring again may help.
func keyringFailed(err error) bool {
	var failed *app.KeyringError
	return errors.As(err, &failed)
}

// notSignedIn says why a remembered session could not be opened; there need not have been one.
func notSignedIn(err error) string {
	if errors.Is(err, app.ErrSignedOut) {
		return ""
	}
	return words.Sentences(lang.L("You were signed in, but the key could not be had back."), words.Explain(err))
}
