package views

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// accountPage is the Account tab: what the app is signed in to, with what, and whether it can keep secrets.
type accountPage struct {
	w       *window
	session *app.Session
	base    *widget.Label
	version *widget.Label
	keyring *widget.Label
	sign    *widget.Label
	clock   *widget.Label
	network *networkForm
	save    *control.Button
	notice  *widget.Label
	saving  bool
	object  fyne.CanvasObject
	loading int // questions still unanswered
}

func newAccountPage(w *window, s *app.Session) *accountPage {
	p := &accountPage{w: w, session: s}
	p.base, p.version, p.keyring, p.sign, p.clock = fact(s.Endpoint().Base), fact(""), fact(""), fact(""), fact("")
	form := container.New(control.NewFormLayout(),
		factName(lang.L("Server")), fact(s.Server()),
		factName(lang.L("API base")), p.base,
		factName(lang.L("Connection")), fact(connection(s.Endpoint().Base)),
		factName(lang.L("Edition and version")), p.version,
		factName(lang.L("Signed in with")), fact(s.KeyID()),
		factName(lang.L("Next time")), p.sign,
		factName(lang.L("Keyring")), p.keyring,
		factName(lang.L("Clock")), p.clock,
	)
	logOut := control.NewButton(lang.L("Log Out"), control.ButtonDefault, w.askLogOut)
	logOut.OnKey = w.typedKey
	account := titled(lang.L("Account"), container.NewVBox(form, container.NewHBox(style.Gap(4, 0), logOut)))
	content := container.NewVBox(account, titled(lang.L("How the server is reached"), p.networkCard()))
	exposed := control.NewExposedScroll(content)
	p.object = exposed.Object
	follow := func(field, until fyne.CanvasObject) func() {
		return func() {
			if p.notice.Visible() {
				control.ScrollToBoth(exposed.Scroll, content, p.notice, until)
				return
			}
			control.ScrollTo(exposed.Scroll, content, field, until)
		}
	}
	logOut.OnFocus = follow(account, logOut)
	p.network.followWith(follow)
	p.save.OnFocus = follow(p.save, p.save)
	return p
}

// titled is a card below its title.
func titled(title string, content fyne.CanvasObject) fyne.CanvasObject {
	heading := control.NewText(title, style.SizeHeading, fyne.TextStyle{Bold: true})
	card := container.NewStack(control.NewCard(), container.New(layout.NewCustomPaddedLayout(18, 18, 14, 14), content))
	return container.NewVBox(container.NewHBox(container.New(style.Centred{}, heading), style.Gap(0, cardTop-4)), card)
}

func factName(s string) *widget.Label {
	l := fact(s)
	l.Importance = widget.LowImportance
	return l
}

func fact(s string) *widget.Label {
	l := widget.NewLabel(s)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// load asks for what can change. What was known stays until the answer is there.
func (p *accountPage) load() {
	p.base.SetText(p.session.Endpoint().Base)
	p.sign.SetText(lang.L("You will be asked to sign in"))
	if p.session.Remembered() {
		p.sign.SetText(lang.L("Opens by itself: the key is kept in the keyring"))
	}
	if !p.network.Edited() {
		p.network.Set(p.session.Network())
	}
	p.clock.SetText(lang.L("No correction needed"))
	if skew := p.session.Skew(); skew != 0 {
		p.clock.SetText(lang.L("{{.Skew}} off from the server's, which is allowed for",
			map[string]any{"Skew": words.Apart(skew)}))
	}
	if p.loading > 0 {
		return
	}
	p.loading = 2
	p.ask(p.version)
	background.Go(p.w.during, p.session.Version, func(v client.Version, err error) {
		p.answer(p.version, editionName(v.Edition)+" "+v.Number, err)
	})
	p.ask(p.keyring)
	background.GoErr(p.w.during, p.w.App.Keyring, func(err error) {
		p.answer(p.keyring, lang.L("Answers; it keeps the secrets that you reveal"), err)
	})
}

func (p *accountPage) ask(l *widget.Label) {
	if l.Text == "" {
		l.SetText(lang.L("Asking…"))
	}
}

func (p *accountPage) answer(l *widget.Label, value string, err error) {
	p.loading--
	if err != nil {
		value = words.Explain(err)
	}
	l.SetText(value)
}

func editionName(e client.Edition) string {
	switch e {
	case client.EditionCommunity:
		return lang.L("Community edition")
	case client.EditionBusiness:
		return lang.L("Business edition")
	case client.EditionEnterprise:
		return lang.L("Enterprise edition")
	}
	return string(e)
}

// connection says whether what the server sends, secrets included, can be read on the way.
func connection(base string) string {
	switch {
	case strings.HasPrefix(base, "https:"):
		return lang.L("Encrypted")
	case client.Plain(base):
		return words.Sentences(lang.L("Not encrypted."), plainWarning())
	}
	return lang.L("Not encrypted: use it only on this computer, or through a tunnel")
}
