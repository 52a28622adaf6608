// Package signin is the form that asks for a server and an access key.
package signin

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/formcard"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
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
	Keep   *stayOffer

	Advanced *control.Disclosure
	Network  *connectionform.Form
	target   target
	last     attempt         // in progress, or the last one
	Inspect  *control.Button // shows the certificate that was not accepted

	Submit *control.Button
	cancel *control.Button
	Again  *control.Button // tries again with the key that is saved in the keyring
	reopen *control.Button // opens the remembered session, once its server can be reached
	Notice *text.Wrapped
	Object fyne.CanvasObject
	Stop   context.CancelFunc // stops the attempt in progress; nil if there is none
}

// target is what the form is for.
type target struct {
	origin  string // of the server whose network settings are shown
	account string // the ID of the account to sign in to; "" for a new one
	back    func() // goes back to the previous account; nil if there is none
	title   *text.Text

	savedServer, savedKeyID string // in the fields when the saved key was offered
	refused                 bool   // the server has refused the saved key
}

// name says what the form is for. From where another account can be gone back to, it adds one, or signs in to a known one.
func (t *target) name() string {
	if t.back != nil && t.account == "" {
		return lang.L("Add an account")
	}
	return lang.L("Sign in to Cluster Optimizer")
}

// Host is what the form needs from the window.
type Host interface {
	// Open signs in and loads the session's keys. It passes the session to opened, which reports whether it takes it.
	Open(signIn func(context.Context) (*session.Session, error), opened func(*session.Session) (taken bool), failed func(error)) context.CancelFunc
	ShowSession(s *session.Session)
	// Current returns the session that is shown, or nil.
	Current() *session.Session
	// Shows reports whether the window still shows this form.
	Shows(p *Page) bool
	// AskAgain asks the keyring again and opens the remembered session.
	AskAgain()
	KeepList()
	TellKeyring(err error, meaning string)
	// TellUnsaved says that the keyring has not saved a sign-in, and what that means.
	TellUnsaved(s *session.Session, err error, meaning string)
	Save()
	ShowShortcuts()
	ShowAbout()
	// Listed is called when the session may have been added to the list of accounts.
	Listed()
	// Accounts returns a menu of the accounts, or nil if there is only one.
	Accounts() *fyne.Menu
	// Heading returns an object that names the form's account, or nil if the account is new or the only one.
	Heading() fyne.CanvasObject
	RemoveAccount()
}

// New returns an empty form.
func New(win *page.Window, host Host, a *app.App, log *slog.Logger) *Page {
	p := &Page{win: win, host: host, app: a, log: log}
	p.Server, p.KeyID = p.field(control.NewEntry(win.Typing, control.LongestAddress)), p.field(control.NewEntry(win.Typing, control.LongestKeyID))
	p.KeyID.SetPlaceHolder("AK…")
	p.KeyID.TextStyle.Monospace = true // I and l differ
	p.Secret = control.NewSecretEntry(win.Typing)
	p.field(&p.Secret.Entry).OnEdited = func() { secretEdited(p) }
	p.Secret.OfferToShow(win.Tips, &win.Presses)
	p.Keep = newStayOffer(!a.Settings.Get().SignInEachTime)
	p.Keep.OnSubmitted = p.SignIn
	p.Submit = control.NewButton("", control.ButtonPrimary, p.SignIn)
	p.cancel = control.NewButton("", control.ButtonDefault, p.Abort)
	p.cancel.Hide()
	p.Again = control.NewButton("", control.ButtonPrimary, p.host.AskAgain)
	p.Again.Hide()
	p.reopen = control.NewButton("", control.ButtonPrimary, p.openAgain)
	p.reopen.Hide()
	p.Notice = dialog.Paragraph("")
	p.Inspect = connectionform.NewCertificateButton(control.ButtonDefault)
	p.last.swap = newSwapButton(p)
	p.Network = connectionform.New(win)
	p.Network.PlainOffered = true
	p.Network.OnSubmit(p.SignIn)
	p.Network.OnEdit(p.edited)
	p.Advanced = control.NewDisclosure(p.Network.Object, &win.Presses)
	p.Server.OnChanged = p.followServer
	p.Retranslate()
	p.probeKeyring()
	return p
}

// Retranslate translates the form into the current language. What was typed stays, and an attempt goes on.
func (p *Page) Retranslate() {
	p.Server.Name, p.KeyID.Name, p.Secret.Name = lang.L("Server"), lang.L("Access Key ID"), lang.L("Access Key Secret")
	p.Server.SetPlaceHolder(lang.L("optimizer.example.com or http://localhost:8000"))
	p.Keep.SetText(lang.L("Keep me signed in (saved in this computer's keyring)"))
	p.cancel.SetText(lang.L("Cancel"))
	p.Again.SetText(lang.L("Try Saved Key Again"))
	p.Submit.SetText(p.last.verb())
	p.reopen.SetText(lang.L("Open Without Signing In"))
	p.Advanced.SetText(lang.L("Advanced"))
	p.Advanced.Open(p.Network.Object.Visible())
	p.Network.Retranslate()
	p.Inspect.SetText(words.InspectCertificate())
	p.last.swap.SetText(lang.L("Swap Them"))
	p.Secret.Retranslate()
	p.Keep.whyDisabled.SetText(noKeyring())
	p.Object = p.layout()
}

// For sets the account that the form is for; "" is a new one. Cancel calls back, and is hidden if back is nil.
func (p *Page) For(account string, back func()) {
	p.target.account, p.target.back = account, back
	p.Keep.SetChecked(p.Keep.made() && settings.KeepsSignedIn(p.app.Settings.Get(), account))
	style.Show(p.cancel, back != nil)
	p.target.title.Set(p.target.name(), theme.ColorNameForeground)
}

func (p *Page) field(e *control.Entry) *control.Entry {
	e.OnSubmitted = func(string) { p.SignIn() }
	e.OnEdited = p.edited
	return e
}

func (p *Page) layout() fyne.CanvasObject {
	title := text.New(p.target.name(), style.SizeHeading, fyne.TextStyle{Bold: true})
	p.target.title = title
	how := dialog.Paragraph(lang.L("Use an access key from the web console: your avatar > Personal Settings > Access Keys."))
	account := p.host.Heading()
	heading := form.Column(form.NameGap, title, form.Flush(how))
	if account != nil {
		heading = form.Column(form.NameGap, title, account, form.Flush(how))
	}
	parts := []fyne.CanvasObject{
		heading,
		form.Group(form.FieldName(p.Server.Name), p.Server),
		form.Group(form.FieldName(p.KeyID.Name), p.KeyID),
		form.Group(form.FieldName(p.Secret.Name), p.Secret.WithEye()),
		form.Column(form.HintGap, container.NewHBox(form.FlushCheck(p.Keep.Check)), form.Flush(p.Keep.whyDisabled)),
		container.New(layout.NewCustomPaddedHBoxLayout(3*theme.Padding()), form.FlushButton(p.Advanced.Button),
			layout.NewSpacer(), p.Again, p.reopen, p.last.swap, p.cancel, p.Submit),
		// What comes and goes is below the buttons, so that they stay where they are.
		form.Column(form.NameGap, form.Flush(p.Notice), container.NewHBox(p.Inspect)),
		p.Network.Object,
	}
	shortcuts := control.NewButton(lang.L("Keyboard Shortcuts"), control.ButtonLink, p.host.ShowShortcuts)
	about := control.NewButton(lang.L("About"), control.ButtonLink, p.host.ShowAbout)
	links := []*control.Button{shortcuts, about}
	if p.host.Accounts() != nil {
		accounts := control.NewButton(lang.L("Switch Account"), control.ButtonLink, nil)
		accounts.OnTapped = func() { p.win.Dialogs.MenuBelow(p.host.Accounts(), accounts) }
		links = append([]*control.Button{accounts}, links...)
	}
	if account != nil {
		links = append(links, control.NewButton(lang.L("Remove Account…"), control.ButtonLink, p.host.RemoveAccount))
	}
	help := container.NewHBox(layout.NewSpacer())
	for _, b := range links {
		help.Add(b)
		help.Add(style.Gap(2, 0))
	}
	help.Objects[len(help.Objects)-1] = layout.NewSpacer()
	card := formcard.New(parts, help)
	toNotice := card.FollowWith(p.Notice)
	follow := func(focused, from, until fyne.CanvasObject) func() {
		return p.win.Follow(toNotice(focused, from, until))
	}
	p.Server.OnFocus = follow(p.Server, title, p.Server)
	p.KeyID.OnFocus = follow(p.KeyID, p.KeyID, p.Submit)
	p.Secret.OnFocus = follow(p.Secret, p.Secret, p.Submit)
	p.Keep.OnFocus = follow(p.Keep.Check, p.Keep.Check, p.Submit)
	p.Inspect.OnFocus = follow(p.Inspect, p.Inspect, p.Inspect)
	p.Advanced.OnFocus = follow(p.Advanced.Button, p.Keep.Check, p.Submit)
	p.Network.FollowWith(func(control, until fyne.CanvasObject) func() { return follow(until, control, until) })
	for _, b := range []*control.Button{p.Submit, p.cancel, p.Again, p.reopen, p.last.swap} {
		b.OnFocus = follow(b, b, b)
	}
	for _, b := range links {
		b.OnFocus = p.win.Follow(card.Follow(help, help))
	}
	return card.Object
}

// Focus gives the keyboard to what most likely helps: the button that asks the keyring again, or the first field that
// is still empty.
func (p *Page) Focus() {
	if p.Again.Visible() && p.Again.Kind == control.ButtonPrimary {
		p.win.Canvas.Focus(p.Again)
		return
	}
	_, missing := p.missing()
	if missing == nil {
		missing = p.Submit
	}
	p.win.Canvas.Focus(missing)
}

// ForgetKey empties the fields of a key that cannot be signed in with, so that another one can be typed.
func (p *Page) ForgetKey() {
	p.KeyID.SetText("")
	p.Secret.Clear()
	p.last.cleared = false
	p.Focus()
}

// OfferAgain shows or hides the button that tries again with the key saved in the keyring. If it is the primary button, Enter
// presses it, unless the user is in another field than that for the secret.
func (p *Page) OfferAgain(on bool) {
	p.target.savedServer, p.target.savedKeyID, p.last.offered = p.Server.Text, p.KeyID.Text, on
	style.Show(p.Again, on)
	rank(p)
	if on && p.Again.Kind == control.ButtonPrimary && p.win.Canvas.Focused() == fyne.Focusable(p.Secret) {
		p.win.Canvas.Focus(p.Again)
	}
}

// SavedKeyRefused is called when the server has refused the key that is saved in the keyring. Another try most likely ends
// the same.
func SavedKeyRefused(p *Page) {
	p.target.refused = true
	rank(p)
	p.Focus()
}

// rank makes the button primary that tries the saved key again, unless the server has refused it, and until the user types
// what that would discard.
func rank(p *Page) {
	typed := p.Server.Text != p.target.savedServer || p.KeyID.Text != p.target.savedKeyID || !p.Secret.IsEmpty() || p.Network.Edited() || p.target.refused
	p.Again.Kind, p.Submit.Kind = control.ButtonPrimary, control.ButtonDefault
	if typed || !p.Again.Visible() {
		p.Again.Kind, p.Submit.Kind = control.ButtonDefault, control.ButtonPrimary
	}
	p.Again.Refresh()
	p.Submit.Refresh()
}

// SetBusy shows whether an attempt is in progress. It does not give the keyboard to Cancel, so that a second Enter does
// not stop the attempt that the first one started.
func (p *Page) SetBusy(busy bool) {
	for _, o := range append(p.Network.Fields(), p.Server, p.KeyID, p.Secret, p.Advanced) {
		style.Enable(o, !busy)
	}
	style.Enable(p.Keep, !busy && p.Keep.made())
	p.last.busy = busy
	style.Show(p.cancel, busy || p.target.back != nil)
	p.Submit.SetText(p.last.verb())
	if p.last.offered {
		style.Show(p.Again, !busy)
		rank(p)
	}
	if busy {
		p.Secret.Mask()
		style.Show(p.reopen, false)
		p.Fail("")
		p.last.focus = p.win.Canvas.Focused()
		p.win.Canvas.Focus(p.Submit)
	}
}

// Fail shows why the user is not signed in. An empty message hides the notice.
func (p *Page) Fail(message string) { p.setNotice(message, widget.DangerImportance) }

// Say shows a message that is no failure.
func (p *Page) Say(message string) { p.setNotice(message, widget.MediumImportance) }

func (p *Page) setNotice(message string, importance widget.Importance) {
	p.OfferCertificate(nil)
	style.Show(p.last.swap, false)
	p.Notice.Importance = importance
	p.Notice.SetText(message)
	p.Notice.Resize(fyne.NewSize(form.Width+2*theme.InnerPadding(), p.Notice.MinSize().Height)) // its height depends on its width
	style.Show(p.Notice, message != "")
}

// edited hides an error about what the form contained before, and ranks its buttons.
func (p *Page) edited() {
	rank(p)
	if p.Notice.Visible() && p.Notice.Importance == widget.DangerImportance {
		p.Say(p.last.clearedSecret())
	}
}
