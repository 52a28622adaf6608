package views

import (
	"context"
	"errors"
	"log/slog"

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

// signInPage is the form that asks for a server and an access key.
type signInPage struct {
	win    *pageWindow
	host   signInHost
	app    *app.App
	log    *slog.Logger
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

// signInHost is what the form needs of the window.
type signInHost interface {
	// open signs in and has the session's keys loaded. opened reports whether it takes the session.
	open(signIn func(context.Context) (*app.Session, error), opened func(*app.Session) (taken bool), failed func(error)) context.CancelFunc
	showSession(s *app.Session)
	// current is the session that is shown, or nil.
	current() *app.Session
	// shows reports whether the form is still the window's.
	shows(p *signInPage) bool
	// askAgain asks the keyring again for what it did not give.
	askAgain()
	keepList()
	tellKeyring(err error, meaning string)
	save()
	showShortcuts()
	showAbout()
}

func newSignInPage(win *pageWindow, host signInHost, a *app.App, log *slog.Logger) *signInPage {
	p := &signInPage{win: win, host: host, app: a, log: log}
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
	p.again = control.NewButton("", control.ButtonDefault, p.host.askAgain)
	p.again.OnKey = p.key
	p.again.Hide()
	p.reopen = control.NewButton("", control.ButtonPrimary, p.openAgain)
	p.reopen.OnKey = p.key
	p.reopen.Hide()
	p.notice = dialog.Paragraph("")
	p.look = newCertificateButton(control.ButtonDefault)
	p.look.OnKey = p.key
	p.network = newNetworkForm(win, p.key)
	p.network.plainOffered = true
	p.network.onSubmit(p.signIn)
	p.advanced = control.NewDisclosure(p.network.object)
	p.advanced.OnKey = p.key
	p.server.OnChanged = p.followServer
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
	p.look.SetText(words.LookAtCertificate())
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
	p.win.Connect(e)
	return e
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
		container.NewHBox(p.advanced.Button), p.network.object, style.Gap(control.FormWidth, 0),
		container.NewHBox(p.again, p.reopen, layout.NewSpacer(), p.cancel, style.Gap(4, 0), p.submit),
	)
	shortcuts := control.NewButton(lang.L("Keyboard Shortcuts"), control.ButtonLink, p.host.showShortcuts)
	about := control.NewButton(lang.L("About"), control.ButtonLink, p.host.showAbout)
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
	p.win.Canvas.Focus(missing)
}

func (p *signInPage) signIn() {
	if p.stop != nil {
		return
	}
	if what, e := p.missing(); what != "" {
		p.fail(what)
		p.win.Canvas.Focus(e)
		return
	}
	server, network := p.server.Text, p.network.Network()
	p.tried = p.origin
	creds := client.Credentials{KeyID: p.keyID.Text, Secret: p.secret.Secret()}
	p.setBusy(true)
	p.stop = func() {}
	stop := p.host.open(func(ctx context.Context) (*app.Session, error) {
		ctx, cancel := context.WithTimeout(ctx, app.CallLimit(network))
		defer cancel()
		if err := p.app.SetNetwork(server, network); err != nil {
			return nil, err
		}
		return p.app.SignIn(ctx, server, creds)
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
	p.host.showSession(s)
	p.win.Toasts.Done(lang.L("Signed in to {{.Base}}", map[string]any{"Base": s.Endpoint().Base}))
	if p.keep.Checked {
		p.remember(s)
	} else {
		p.forget(s)
	}
	return true
}

func (p *signInPage) failed(err error) {
	p.log.Info("sign-in failed", "reason", words.Reason(err))
	p.stop = nil
	p.setBusy(false)
	p.fail(words.Explain(err))
	p.offerCertificate(words.CertificateOf(err))
	p.focusAfter(err)
	if client.KindOf(err) == client.KindPlain && p.asTried() {
		askPlain(p.win, p.server.Text, p.allowPlain)
	}
}

// remember may have to wait until the person has unlocked the keyring.
func (p *signInPage) remember(s *app.Session) {
	stopWaiting := p.win.Tasks.After(background.PromptPatience, func() {
		if p.host.current() == s {
			p.win.Toasts.Note(words.Sentences(words.Explain(&app.KeyringError{Kind: app.KeyringTimeout}),
				lang.L("This sign-in is remembered once it answers.")))
		}
	})
	background.GoVitalErr(p.win.Tasks, background.PromptLimit, func(ctx context.Context) error { return p.app.Remember(ctx, s) }, func(err error) {
		stopWaiting()
		switch {
		case p.host.current() != s:
		case err != nil:
			p.host.tellKeyring(err, lang.L("You will be asked to sign in again next time."))
		default:
			p.host.keepList()
		}
	})
}

// forget drops what an earlier sign-in with the same key left in the keyring.
func (p *signInPage) forget(s *app.Session) {
	background.GoVitalErr(p.win.Tasks, background.PromptLimit, func(ctx context.Context) error { return p.app.Forget(ctx, s) }, func(err error) {
		if err != nil && p.host.current() == s {
			p.host.tellKeyring(err, lang.L("It may still hold the key from an earlier sign-in."))
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
	p.win.Canvas.Focus(field)
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
		p.win.Canvas.Focus(p.cancel)
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
	p.notice.Resize(fyne.NewSize(control.FormWidth, p.notice.MinSize().Height)) // how high it is depends on that
	style.Show(p.notice, message != "")
}

func (p *signInPage) key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.abort()
	}
	p.win.OnKey(e)
}
