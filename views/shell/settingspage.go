package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/session"
	"accesskeys/client/route"
	"accesskeys/views/account"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/preferences"
	"accesskeys/views/words"
)

const (
	sideWidth  = float32(186) // of the tabs at the side, their rule included, as in the console
	contentGap = float32(54)  // from that rule to the tab's content
	leastGap   = float32(16)  // where there is no room for more
	edgeGap    = float32(7)   // from the content to the window's right edge
	titleRoom  = float32(44)  // of the page's title
	sideTabGap = float32(46)  // from side tab to side tab
)

// The tabs by their place.
const (
	tabAccount = iota
	tabPreferences
	tabKeys
)

// settingsPage is Personal Settings: the tabs at the side, and what the chosen one shows.
type settingsPage struct {
	w           *window
	session     *session.Session
	tab         int
	keys        *keyspage.Page
	account     *account.Page
	preferences *preferences.Page // made when first shown
	tabs        []*control.SideTab
	fold        *control.Button    // opens the tabs as a menu, where the window has no room for them at the side
	warning     *fyne.Container    // about the server's certificate, with a button that inspects it
	refused     *route.Certificate // what it is about, if anything
	content     *fyne.Container
	object      fyne.CanvasObject
}

func newSettingsPage(w *window, s *session.Session) *settingsPage {
	p := &settingsPage{w: w, session: s, keys: keyspage.New(w.page, keysHost{w}, w.config.Logger, s.Keys(), w.session.tasks, w.clipboard, w.reach.jitter)}
	p.build()
	return p
}

// build makes what lies around the tabs' contents, and the account.
func (p *settingsPage) build() {
	w := p.w
	p.content = container.NewStack()
	before := p.account
	p.account = account.New(w.page, accountHost{w}, w.config.App, p.session, w.session.tasks)
	p.account.Network.Set(p.session.Network())
	if before != nil {
		p.account.Network.ContinueFrom(before.Network)
	}
	p.warning = container.New(style.Centred{})
	p.warn(p.refused)
	p.tabs = []*control.SideTab{
		control.NewSideTab(lang.L("Account"), p.showAccount),
		control.NewSideTab(lang.L("Preferences"), p.showPreferences),
		control.NewSideTab(lang.L("Access Keys"), p.showKeys),
	}
	p.fold = control.NewButton("", control.ButtonDefault, p.openTabs)
	p.fold.Icon, p.fold.Hint = theme.MenuIcon(), lang.L("Personal Settings")
	p.fold.Hide()
	title := control.NewText(lang.L("Personal Settings"), style.SizeHeading, fyne.TextStyle{Bold: true})
	rule := control.NewPanel(style.ColorBorder)
	objects := []fyne.CanvasObject{title, rule, p.fold}
	for _, t := range p.tabs {
		objects = append(objects, t)
	}
	objects = append(objects, p.content) // last: the keyboard goes through the tabs first
	page := container.New(&settingsLayout{page: p, title: title, rule: rule}, objects...)
	p.object = container.New(underBar{}, newTopBar(w, p.session, p.warning), control.NewLine(), page)
}

// warn says that the server's certificate was not accepted; nil says that it was.
func (p *settingsPage) warn(refused *route.Certificate) {
	p.refused = refused
	inspect := control.NewIconButton(theme.NewWarningThemedResource(theme.WarningIcon()), words.InspectCertificate(), p.w.page.Tips, func() { p.w.reach.inspect(refused) })
	left := len(p.warning.Objects) == 1 && p.w.frame.win.Canvas().Focused() == p.warning.Objects[0].(fyne.Focusable)
	p.warning.Objects = []fyne.CanvasObject{inspect}
	style.Show(p.warning, refused != nil)
	if left {
		p.w.input.focusBack()
	}
}

// showKeys shows the Access Keys tab, with the keyboard on the list.
func (p *settingsPage) showKeys() {
	p.forgetTyped()
	p.choose(tabKeys, p.keys.Object())
	p.w.frame.win.Canvas().Focus(p.keys.List())
}

func (p *settingsPage) showAccount() {
	p.hideSecrets()
	p.choose(tabAccount, p.account.Object)
	p.account.Load()
}

func (p *settingsPage) showPreferences() {
	p.hideSecrets()
	if p.preferences == nil {
		p.preferences = preferences.New(p.w.page, preferencesHost{p.w}, p.w.config.App, p.session, p.w.session.tasks, p.w.config.Clipboard, p.w.config.Catalogue)
	}
	p.choose(tabPreferences, p.preferences.Object)
	p.preferences.Load()
}

// showPIN shows where a PIN is set.
func (p *settingsPage) showPIN() {
	p.showPreferences()
	p.preferences.Pin.Focus()
}

// hideSecrets masks what is shown and forgets what was typed.
func (p *settingsPage) hideSecrets() {
	p.keys.HideSecrets()
	p.forgetTyped()
}

func (p *settingsPage) forgetTyped() {
	if p.preferences != nil {
		p.preferences.Pin.Clear()
	}
}

// focus puts the keyboard where it is most likely wanted.
func (p *settingsPage) focus() {
	if p.keysShown() {
		p.w.frame.win.Canvas().Focus(p.keys.List())
	}
}

func (p *settingsPage) keysShown() bool { return p.tab == tabKeys }

func (p *settingsPage) choose(tab int, content fyne.CanvasObject) {
	p.tab = tab
	for i, t := range p.tabs {
		t.Select(i == tab)
	}
	p.fold.SetText(p.tabs[tab].Text)
	if p.folded() {
		p.object.Refresh() // the button is as wide as the tab's name
	}
	if len(p.content.Objects) == 1 && p.content.Objects[0] == content {
		return
	}
	p.content.Objects = []fyne.CanvasObject{content}
	p.content.Refresh()
}
