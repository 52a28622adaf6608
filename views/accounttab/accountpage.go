// Package accounttab is the Account tab: the server, the key that the app is signed in with, and the network settings.
package accounttab

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/app/keyring"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/accounts"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// Page is the Account tab.
type Page struct {
	win     *page.Window
	host    Host
	app     *app.App
	tasks   *background.Tasks // end with the session
	session *session.Session
	base    *text.Wrapped
	Version *text.Wrapped
	Keyring *text.Wrapped
	sign    *text.Wrapped
	clock   *text.Wrapped
	Network *connectionform.Form
	Saved   savedForm // the form around Network
	saving  bool
	titled  *fyne.Container // the first card with its title
	folded  bool            // the title is hidden
	object  *fyne.Container
	scroll  *container.Scroll
	loading int            // requests that are not answered yet
	known   client.Version // the server's; zero before it has answered
	keyless bool           // the keyring that has the sign-in is gone, as far as is known
}

// Host is what the tab needs from the window.
type Host interface {
	AskLogOut()
	// Reach changes the session's network settings, and passes the error to done.
	Reach(n route.Network, done func(error))
	AccountShown() bool
	KeyringAnswered()
	// Card returns the card of the current account, or nil if there is only one.
	Card() *accounts.Card
}

// New returns the tab for a session. tasks end with it. typed shows what was typed in the form for the network settings on an
// earlier page; nil is nothing.
func New(win *page.Window, host Host, a *app.App, s *session.Session, tasks *background.Tasks, typed func(*connectionform.Form)) *Page {
	p := &Page{win: win, host: host, app: a, tasks: tasks, session: s, Network: connectionform.New(win), object: container.NewStack()}
	p.Network.OnSubmit(p.saveNetwork)
	p.Network.OnEdit(func() { p.Saved.Complain("") }) // the complaint is about what the form contained before
	p.Network.Set(s.Network())
	p.build()
	if typed != nil {
		typed(p.Network)
	}
	return p
}

// Scroll returns the tab's scroll container.
func (p *Page) Scroll() *container.Scroll { return p.scroll }

func (p *Page) build() {
	s := p.session
	p.base, p.Version, p.Keyring, p.sign, p.clock = form.Fact(s.Endpoint().Base), form.Fact(""), form.Fact(""), form.Fact(""), form.Fact("")
	facts := container.New(form.NewLayout(),
		form.FactName(lang.L("Server")), form.Fact(strings.TrimRight(s.Server(), "/")),
		form.FactName(lang.L("API base")), p.base,
		form.FactName(lang.L("Connection")), form.Fact(connection(s.Endpoint().Base)),
		form.FactName(lang.L("Edition and version")), p.Version,
		form.FactName(lang.L("Signed in with")), form.FactID(s.KeyID()),
		form.FactName(lang.L("At next start")), p.sign,
		form.FactName(lang.L("Keyring")), p.Keyring,
		form.FactName(lang.L("Clock")), p.clock,
	)
	logOut := control.NewButton(lang.L("Log Out…"), control.ButtonDefault, p.host.AskLogOut)
	logOut.TakesKeyboard = true
	p.titled = form.Titled(lang.L("Account"), form.Column(form.GroupGap, facts, style.InsetLeft(container.NewHBox(logOut))))
	form.ShowTitle(p.titled, !p.folded)
	content := container.NewVBox(p.titled)
	card := p.host.Card()
	if card != nil {
		content.Add(card.Object)
	}
	content.Add(form.Titled(lang.L("Connection"), p.networkCard()))
	exposed := scroll.NewPage(content)
	p.object.Objects, p.scroll = []fyne.CanvasObject{exposed.Object}, exposed.Scroll
	p.object.Refresh()
	follow := func(field, until fyne.CanvasObject) func() {
		return p.win.Follow(func() {
			if p.Saved.Notice.Visible() {
				scroll.ToBoth(exposed.Scroll, content, p.Saved.Notice, until)
				return
			}
			scroll.To(exposed.Scroll, content, field, until)
		})
	}
	logOut.OnFocus = follow(p.titled, logOut)
	if card != nil {
		card.FollowWith(follow)
	}
	p.Network.FollowWith(follow)
	p.Saved.Save.OnFocus = follow(p.Saved.Save, p.Saved.Save)
}

// Retranslate makes the tab again in the current language. What was typed stays. It returns nil: no widget takes over
// the keyboard.
func (p *Page) Retranslate(fyne.Focusable) fyne.Focusable {
	p.Network.Retranslate()
	p.build()
	return nil
}

// Rename shows the account's new name.
func (p *Page) Rename() {
	p.build()
	p.Load()
}

// Show returns the tab's content, up to date.
func (p *Page) Show() fyne.CanvasObject {
	p.Load()
	return p.object
}

// Fold hides the tab's title, or shows it.
func (p *Page) Fold(on bool) {
	p.folded = on
	form.ShowTitle(p.titled, !on)
}

// Focus does nothing: no widget of the tab wants the keyboard first.
func (p *Page) Focus() {}

// HideSecrets does nothing: the tab shows no secrets.
func (p *Page) HideSecrets() {}

// Load updates everything that can change. Old values stay until the answers arrive.
func (p *Page) Load() {
	p.base.SetText(p.session.Endpoint().Base)
	p.sign.SetText(p.nextStart())
	if !p.Network.Edited() {
		p.Network.Set(p.session.Network())
	}
	p.clock.SetText(lang.L("No correction needed"))
	if skew := p.session.Skew(); skew != 0 {
		p.clock.SetText(lang.L("{{.Off}}; corrected", map[string]any{"Off": words.ClockOff(skew)}))
	}
	p.ask(p.Version)
	p.ask(p.Keyring)
	if p.loading > 0 {
		return
	}
	p.loading = 2
	background.Go(p.tasks, p.session.Version, func(v client.Version, err error) {
		switch {
		case err == nil:
			p.known = v
		case p.known != (client.Version{}):
			err = nil
		}
		p.answer(p.Version, editionName(p.known.Edition)+" "+p.known.Number, err)
	})
	background.GoErr(p.tasks, p.app.Keyring.Probe, func(err error) {
		p.answer(p.Keyring, lang.L("Available. It keeps the secrets that you show, so that you have them offline until their keys change."), err)
		p.keyless = keyring.KindOf(err) == keyring.Missing
		if err == nil {
			p.host.KeyringAnswered()
		}
		p.sign.SetText(p.nextStart())
	})
}

// nextStart says what the next start of the program does.
func (p *Page) nextStart() string {
	account, earlier := session.EarlierKey(p.session, p.app.Settings.Get())
	switch {
	case earlier && !p.keyless && p.app.PIN.IsSet():
		return lang.L("Asks for the PIN, then signs in with the key that was saved before, {{.ID}}", map[string]any{"ID": words.IDEnd(account.KeyID)})
	case earlier && !p.keyless:
		return lang.L("Signs in with the key that was saved before, {{.ID}}", map[string]any{"ID": words.IDEnd(account.KeyID)})
	case !p.session.Remembered() && !earlier, p.keyless:
		return lang.L("Asks you to sign in")
	case p.app.PIN.IsSet():
		return lang.L("Asks for the PIN, then signs in")
	}
	return lang.L("Signs in automatically")
}

func (p *Page) ask(l *text.Wrapped) {
	if l.Text == "" {
		l.SetText(lang.L("Checking…"))
	}
}

func (p *Page) answer(l *text.Wrapped, value string, err error) {
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

// connection returns the text that says whether others on the network can read what the server sends.
func connection(base string) string {
	switch {
	case strings.HasPrefix(base, "https:"):
		return lang.L("Encrypted")
	case route.Plain(base):
		return words.Sentences(lang.L("Not encrypted."), words.PlainWarning())
	}
	return lang.L("Not encrypted: safe only on this computer or through a tunnel")
}
