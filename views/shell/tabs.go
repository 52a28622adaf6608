package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/accounttab"
	"accesskeys/views/connectionform"
	"accesskeys/views/history"
	"accesskeys/views/keyspage"
	"accesskeys/views/keytable"
	"accesskeys/views/preferencestab"
	"accesskeys/views/tabspage"
	"accesskeys/views/topbar"
)

// The indexes of the tabs.
const (
	tabAccount = iota
	tabPreferences
	tabKeys
	tabHistory
)

// settingsPage is the page of a session: Personal Settings below the top bar.
type settingsPage struct {
	*tabspage.Page
	bar         *topbar.Bar
	keys        *keyspage.Page
	account     *accounttab.Page     // nil until first shown
	preferences *preferencestab.Page // nil until first shown
	history     *history.Page        // nil until first shown
	object      fyne.CanvasObject
	typed       func(*connectionform.Form) // fills in account what was typed on an earlier page; nil if nothing was
}

func (w *window) newSettingsPage(s *session.Session) *settingsPage {
	bar := barHost{accounts: w.session.accounts, commands: w.commands, reach: w.reach, input: w.input}
	keys := keysHost{state: w.state, settings: w.config.App.Settings, of: s, focus: w.focus, notices: w.notices, writer: w.writer,
		reach: w.reach, session: w.session, scrub: w.scrub, input: w.input, history: w.config.App.History,
		expiry: expiryHost{session: s, settings: w.config.App.Settings, writer: w.writer, now: w.page.Tasks.Now}}
	tasks := w.state.tasks
	p := &settingsPage{
		keys: keyspage.New(w.page, keys, w.config.Logger, keyspage.Subject{Keys: s.Keys(), Checker: s.Checker(), Notes: w.config.App.Notes, Guide: w.config.App.NewGuide(s, w.page.Tasks.Now)}, tasks, w.clipboard, w.reach.jitter),
	}
	p.Page = tabspage.New(w.page,
		tabspage.Tab{Title: func() string { return lang.L("Account") }, New: func() tabspage.Content {
			p.account = accounttab.New(w.page, accountHost{session: w.session, reach: w.reach, accounts: w.session.accounts}, w.config.App, s, tasks, p.typed)
			return p.account
		}},
		tabspage.Tab{Title: func() string { return lang.L("Preferences") }, New: func() tabspage.Content {
			p.preferences = preferencestab.New(w.page, w.preferencesHost(), w.config.App, s, tasks, w.config.Clipboard, w.config.Catalogue)
			return p.preferences
		}},
		tabspage.Tab{Title: func() string { return lang.L("Access Keys") }, New: func() tabspage.Content { return p.keys },
			Again: func() { p.keys.Replacing.Close() }},
		tabspage.Tab{Title: func() string { return lang.L("History") }, New: func() tabspage.Content {
			p.history = history.New(w.page, historyHost{page: p, app: w.config.App, session: s}, w.config.App.History, s.Keys(), tasks, w.config.Logger)
			return p.history
		}},
	)
	p.bar = topbar.New(w.page, bar, s, w.config.Demo != nil, w.clipboard, p.Menu)
	p.object, p.OnMenu = p.bar.Above(p.Page.Object, p.Fold), p.bar.Relayout
	return p
}

func (w *window) preferencesHost() preferencesHost {
	return preferencesHost{looks: w.looks, writer: w.writer, locking: w.locking, system: w.system}
}

func (p *settingsPage) keysShown() bool { return p.Chosen() == tabKeys }

// place returns a function that leads to where the user is now, on another page of the account.
func (p *settingsPage) place() func(*settingsPage) {
	onTab, onBar, typed, at := p.Place(), p.bar.Place(), p.typed, keytable.PlaceOf(p.keys.List())
	if p.account != nil {
		typed = p.account.Network.Draft()
	}
	return func(now *settingsPage) {
		now.typed = typed
		keytable.ReturnTo(now.keys.List(), at)
		onTab(now.Page)
		onBar(now.bar)
	}
}

// showKey shows a key in the list, in place of the page that replaces a key. It clears a filter that hides the key, and shows
// deleted keys if it is one.
func (p *settingsPage) showKey(id string) {
	p.Show(tabKeys)
	p.keys.Replacing.Close()
	if _, shown := p.keys.List().Key(id); !shown {
		p.keys.ClearFilter()
	}
	if _, shown := p.keys.List().Key(id); !shown {
		keyspage.ShowDeleted(p.keys)
	}
	p.keys.List().Choose(id, 0)
}

// retranslate makes the page again in the current language. It returns the widget that replaces the focused one, or nil.
func (p *settingsPage) retranslate(focused fyne.Focusable) fyne.Focusable {
	p.bar.Retranslate()
	return p.Page.Retranslate(focused)
}

// redrawKeys makes the rows again in the current colours.
func (p *settingsPage) redrawKeys() {
	p.keys.Rebuild()
	if p.keysShown() {
		p.Redraw()
	}
}
