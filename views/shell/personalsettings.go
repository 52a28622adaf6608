package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/account"
	"accesskeys/views/keyspage"
	"accesskeys/views/personalsettings"
	"accesskeys/views/preferences"
	"accesskeys/views/topbar"
)

// The tabs by their place.
const (
	tabAccount = iota
	tabPreferences
	tabKeys
)

// settingsPage is what is shown of a session: Personal Settings below the top bar.
type settingsPage struct {
	*personalsettings.Page
	bar         *topbar.Bar
	keys        *keyspage.Page
	account     *account.Page     // made when first shown
	preferences *preferences.Page // likewise
	object      fyne.CanvasObject
}

func newSettingsPage(w *window, s *session.Session) *settingsPage {
	p := &settingsPage{
		bar:  topbar.New(w.page, barHost{w}, s, w.config.Demo != nil, w.clipboard),
		keys: keyspage.New(w.page, keysHost{w}, w.config.Logger, s.Keys(), w.session.tasks, w.clipboard, w.reach.jitter),
	}
	p.Page = personalsettings.New(w.page, p.keys.Fold,
		personalsettings.Tab{Title: func() string { return lang.L("Account") }, New: func() personalsettings.Content {
			p.account = account.New(w.page, accountHost{w}, w.config.App, s, w.session.tasks)
			return p.account
		}},
		personalsettings.Tab{Title: func() string { return lang.L("Preferences") }, New: func() personalsettings.Content {
			p.preferences = preferences.New(w.page, preferencesHost{w}, w.config.App, s, w.session.tasks, w.config.Clipboard, w.config.Catalogue)
			return p.preferences
		}},
		personalsettings.Tab{Title: func() string { return lang.L("Access Keys") }, New: func() personalsettings.Content { return p.keys }},
	)
	p.object = p.bar.Above(p.Page.Object)
	return p
}

func (p *settingsPage) keysShown() bool { return p.Chosen() == tabKeys }

// retranslate makes the page again in the current language. It returns what takes the place of what has the keyboard.
func (p *settingsPage) retranslate(focused fyne.Focusable) fyne.Focusable {
	p.bar.Retranslate()
	return p.Page.Retranslate(focused)
}

// redrawKeys makes the keys' rows again, in the present colours.
func (p *settingsPage) redrawKeys() {
	p.keys.Rebuild()
	if p.keysShown() {
		p.Redraw()
	}
}
