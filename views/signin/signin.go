// Package signin is the form that asks for a server and an access key.
package signin

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
	"accesskeys/app/keyring"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// Page is the form that asks for a server and an access key.
type Page struct {
	win    *page.Window
	host   Host
	app    *app.App
	log    *slog.Logger
	Server *control.Entry
	KeyID  *control.Entry
	Secret *control.SecretEntry
	Keep   *control.Check

	Advanced *control.Disclosure
	Network  *connectionform.Form
	origin   string          // of the server that network is about
	tried    string          // the origin of the last attempt, and so of what is asked about it
	Look     *control.Button // at the certificate that was not accepted

	Submit *control.Button
	cancel *control.Button
	Again  *control.Button // asks the keyring again for what it did not give
	reopen *control.Button // opens the remembered session, once its server can be reached
	Notice *widget.Label
	Object fyne.CanvasObject
	Stop   context.CancelFunc // ends the attempt under way
}

// Host is what the form needs of the window.
type Host interface {
	// open signs in and has the session's keys loaded. opened reports whether it takes the session.
	Open(signIn func(context.Context) (*session.Session, error), opened func(*session.Session) (taken bool), failed func(error)) context.CancelFunc
	ShowSession(s *session.Session)
	// current is the session that is shown, or nil.
	Current() *session.Session
	// shows reports whether the form is still the window's.
	Shows(p *Page) bool
	// askAgain asks the keyring again for what it did not give.
	AskAgain()
	KeepList()
	TellKeyring(err error, meaning string)
	Save()
	ShowShortcuts()
	ShowAbout()
}

// New returns an empty form.
func New(win *page.Window, host Host, a *app.App, log *slog.Logger) *Page {
	p := &Page{win: win, host: host, app: a, log: log}
	p.Server, p.KeyID = p.field(control.NewEntry(win.Typing, control.LongestAddress)), p.field(control.NewEntry(win.Typing, control.LongestKeyID))
	p.KeyID.SetPlaceHolder("AK…")
	p.Secret = control.NewSecretEntry(win.Typing)
	p.field(&p.Secret.Entry)
	p.Keep = control.NewCheck("", true)
	p.Submit = control.NewButton("", control.ButtonPrimary, p.SignIn)
	p.cancel = control.NewButton("", control.ButtonDefault, p.Abort)
	p.cancel.Hide()
	p.Again = control.NewButton("", control.ButtonDefault, p.host.AskAgain)
	p.Again.Hide()
	p.reopen = control.NewButton("", control.ButtonPrimary, p.openAgain)
	p.reopen.Hide()
	p.Notice = dialog.Paragraph("")
	p.Look = connectionform.NewCertificateButton(control.ButtonDefault)
	p.Network = connectionform.New(win)
	p.Network.PlainOffered = true
	p.Network.OnSubmit(p.SignIn)
	p.Advanced = control.NewDisclosure(p.Network.Object)
	p.Server.OnChanged = p.followServer
	p.Retranslate()
	return p
}

// Retranslate words the form in the current language. What was typed stays, and an attempt under way goes on.
func (p *Page) Retranslate() {
	p.Server.Name, p.KeyID.Name, p.Secret.Name = lang.L("Server"), lang.L("Access Key ID"), lang.L("Access Key Secret")
	p.Server.SetPlaceHolder(lang.L("optimizer.example.com or http://localhost:8000"))
	p.Keep.SetText(lang.L("Keep me signed in, in this computer's keyring"))
	p.cancel.SetText(lang.L("Cancel"))
	p.Again.SetText(lang.L("Ask the Keyring Again"))
	p.Submit.SetText(p.verb())
	p.reopen.SetText(lang.L("Open Without Signing In"))
	p.Advanced.SetText(lang.L("Advanced"))
	p.Advanced.Open(p.Network.Object.Visible())
	p.Network.Retranslate()
	p.Look.SetText(words.InspectCertificate())
	p.Object = p.layout()
}

// verb is what the button that signs in says.
func (p *Page) verb() string {
	if p.cancel.Visible() {
		return lang.L("Signing in…")
	}
	return lang.L("Sign In")
}

func (p *Page) field(e *control.Entry) *control.Entry {
	e.OnSubmitted = func(string) { p.SignIn() }
	return e
}

func (p *Page) layout() fyne.CanvasObject {
	title := control.NewText(lang.L("Sign in to Cluster Optimizer"), style.SizeHeading, fyne.TextStyle{Bold: true})
	how := dialog.Paragraph(lang.L("With an access key from its web console: your avatar > Personal Settings > Access Keys."))
	form := container.NewVBox(
		style.InsetLeft(title), how,
		widget.NewLabel(lang.L("Server")), p.Server,
		widget.NewLabel(lang.L("Access Key ID")), p.KeyID,
		widget.NewLabel(lang.L("Access Key Secret")), p.Secret,
		p.Keep, p.Notice, container.NewHBox(style.InsetLeft(p.Look)),
		container.NewHBox(p.Advanced.Button), p.Network.Object, style.Gap(control.FormWidth, 0),
		container.NewHBox(p.Again, p.reopen, layout.NewSpacer(), p.cancel, style.Gap(4, 0), p.Submit),
	)
	shortcuts := control.NewButton(lang.L("Keyboard Shortcuts"), control.ButtonLink, p.host.ShowShortcuts)
	about := control.NewButton(lang.L("About"), control.ButtonLink, p.host.ShowAbout)
	help := container.NewHBox(layout.NewSpacer(), shortcuts, style.Gap(2, 0), about, layout.NewSpacer())
	card := control.NewFormCard(form, help)
	follow := card.FollowWith(p.Notice)
	p.Server.OnFocus = follow(p.Server, title, p.Server)
	p.KeyID.OnFocus = follow(p.KeyID, p.KeyID, p.KeyID)
	p.Secret.OnFocus = follow(p.Secret, p.Secret, p.Secret)
	p.Keep.OnFocus = follow(p.Keep, p.Keep, p.Submit)
	p.Look.OnFocus = follow(p.Look, p.Look, p.Look)
	p.Advanced.OnFocus = follow(p.Advanced.Button, p.Keep, p.Submit)
	p.Network.FollowWith(func(control, until fyne.CanvasObject) func() { return follow(until, control, until) })
	for _, b := range []*control.Button{p.Submit, p.cancel, p.Again, p.reopen} {
		b.OnFocus = follow(b, b, b)
	}
	for _, b := range []*control.Button{shortcuts, about} {
		b.OnFocus = card.Follow(help, help)
	}
	return card.Object
}

// Focus goes to the first field that is still to be filled in.
func (p *Page) Focus() {
	_, missing := p.missing()
	if missing == nil {
		missing = p.Submit
	}
	p.win.Canvas.Focus(missing)
}

// SignIn signs in with what was typed, unless that is under way.
func (p *Page) SignIn() {
	if p.Stop != nil {
		return
	}
	if what, e := p.missing(); what != "" {
		p.Fail(what)
		p.win.Canvas.Focus(e)
		return
	}
	server, network := p.Server.Text, p.Network.Network()
	p.tried = p.origin
	creds := client.Credentials{KeyID: p.KeyID.Text, Secret: p.Secret.Secret()}
	p.SetBusy(true)
	p.Stop = func() {}
	stop := p.host.Open(func(ctx context.Context) (*session.Session, error) {
		ctx, cancel := context.WithTimeout(ctx, network.WaitLimit())
		defer cancel()
		if err := p.app.Networks.Set(server, network); err != nil {
			return nil, err
		}
		return p.app.Sessions.SignIn(ctx, server, creds)
	}, p.signedIn, p.failed)
	if p.Stop != nil { // it may be over already
		p.Stop = stop
	}
}

// missing says what is still to be filled in, and where.
func (p *Page) missing() (string, fyne.Focusable) {
	switch {
	case p.Server.Text == "":
		return lang.L("Type the server's address."), p.Server
	case p.KeyID.Text == "":
		return lang.L("Type the access key ID."), p.KeyID
	case p.Secret.Empty():
		return lang.L("Type the access key secret."), p.Secret
	case p.Secret.Secret().Masked():
		return lang.L("That is not a secret but what is shown in its place. Copy the secret itself, which is shown where and when the key was made; or make a new key."), p.Secret
	case p.Network.Missing() != "":
		p.Advanced.Open(true)
		return p.Network.Missing(), p.Network.Address
	}
	return "", nil
}

func (p *Page) signedIn(s *session.Session) bool {
	p.Stop = nil
	p.SetBusy(false)
	p.host.ShowSession(s)
	p.win.Toasts.Done(lang.L("Signed in to {{.Base}}", map[string]any{"Base": s.Endpoint().Base}))
	if p.Keep.Checked {
		p.remember(s)
	} else {
		p.forget(s)
	}
	return true
}

func (p *Page) failed(err error) {
	p.log.Info("sign-in failed", "reason", words.Reason(err))
	p.Stop = nil
	p.SetBusy(false)
	p.Fail(words.Explain(err))
	p.OfferCertificate(words.CertificateOf(err))
	p.focusAfter(err)
	if client.KindOf(err) == client.KindPlain && p.asTried() {
		connectionform.AskPlain(p.win, p.Server.Text, p.allowPlain)
	}
}

// remember may have to wait until the user has unlocked the keyring.
func (p *Page) remember(s *session.Session) {
	stopWaiting := p.win.Tasks.After(background.PromptPatience, func() {
		if p.host.Current() == s {
			p.win.Toasts.Note(words.Sentences(words.Explain(&keyring.Error{Kind: keyring.Timeout}),
				lang.L("This sign-in is remembered once it answers.")))
		}
	})
	background.GoVitalErr(p.win.Tasks, background.PromptLimit, func(ctx context.Context) error { return p.app.Sessions.Remember(ctx, s) }, func(err error) {
		stopWaiting()
		switch {
		case p.host.Current() != s:
		case err != nil:
			p.host.TellKeyring(err, lang.L("You will be asked to sign in again next time."))
		default:
			p.host.KeepList()
		}
	})
}

// forget drops what an earlier sign-in with the same key left in the keyring.
func (p *Page) forget(s *session.Session) {
	background.GoVitalErr(p.win.Tasks, background.PromptLimit, func(ctx context.Context) error { return p.app.Sessions.Forget(ctx, s) }, func(err error) {
		if err != nil && p.host.Current() == s {
			p.host.TellKeyring(err, lang.L("It may still hold the key from an earlier sign-in."))
		}
	})
}

// focusAfter puts the keyboard where the mistake most likely is.
func (p *Page) focusAfter(err error) {
	var field fyne.Focusable = p.Server
	var wrong *route.NetworkError
	switch k := client.KindOf(err); {
	case k == client.KindUnauthorized:
		field = p.Secret
	case k == client.KindKeyID:
		field = p.KeyID
	case errors.As(err, &wrong):
		field = p.settingField(wrong.Setting)
	case k == client.KindProxy, k == client.KindProxyAuth, k == client.KindProxyLogin:
		field = p.settingField(route.SettingProxy)
	case k == client.KindNoOwnCertificate, k == client.KindOwnCertificate:
		field = p.settingField(route.SettingCert)
	case p.Look.Visible():
		field = p.Look
	}
	p.win.Canvas.Focus(field)
}

// Abort ends the attempt under way, if there is one.
func (p *Page) Abort() {
	if p.Stop != nil {
		p.Stop()
	}
}

// OfferAgain has the form offer to ask the keyring again, or not.
func (p *Page) OfferAgain(on bool) { style.Show(p.Again, on) }

// SetBusy has the form show that signing in is under way, or over.
func (p *Page) SetBusy(busy bool) {
	for _, o := range append(p.Network.Fields(), p.Server, p.KeyID, p.Secret, p.Keep, p.Advanced) {
		if busy {
			o.Disable()
		} else {
			o.Enable()
		}
	}
	style.Show(p.cancel, busy)
	if busy {
		p.OfferAgain(false)
		p.reopen.Hide()
	}
	p.Submit.SetText(p.verb())
	if busy {
		p.Fail("")
		p.win.Canvas.Focus(p.cancel)
	}
}

// Fail says why the user is not signed in; an empty message says nothing.
func (p *Page) Fail(message string) { p.tell(message, widget.DangerImportance) }

// Say says what is no failure.
func (p *Page) Say(message string) { p.tell(message, widget.MediumImportance) }

func (p *Page) tell(message string, importance widget.Importance) {
	p.OfferCertificate(nil)
	p.Notice.Importance = importance
	p.Notice.SetText(message)
	p.Notice.Resize(fyne.NewSize(control.FormWidth, p.Notice.MinSize().Height)) // how high it is depends on that
	style.Show(p.Notice, message != "")
}
