package shell

import "fyne.io/fyne/v2"

// retranslate builds Personal Settings again, on the same tab. It returns what has taken the place of what has the focus.
func (p *settingsPage) retranslate(focused fyne.Focusable) fyne.Focusable {
	p.hideSecrets()
	found := p.finder(focused)
	tab := p.tab
	p.keys.Rebuild()
	if p.preferences != nil {
		p.preferences.Retranslate()
	}
	p.build()
	switch tab {
	case tabAccount:
		p.showAccount()
	case tabKeys:
		p.choose(tabKeys, p.keys.Object())
	case tabPreferences:
		p.showPreferences()
	}
	return found()
}

// finder remembers what has the focus, to find what has taken its place when the page was built again.
func (p *settingsPage) finder(focused fyne.Focusable) func() fyne.Focusable {
	switch {
	case focused == nil:
	case p.preferences != nil && focused == p.preferences.Language:
		return func() fyne.Focusable { return p.preferences.Language }
	case focused == p.keys.List():
		return func() fyne.Focusable { return p.keys.List() }
	case p.w.locking.locked() || p.w.page.Toasts.Has(focused):
		return func() fyne.Focusable { return focused }
	default:
		for i, t := range p.tabs {
			if focused == t {
				return func() fyne.Focusable { return p.tabs[i] }
			}
		}
	}
	return func() fyne.Focusable { return nil }
}

// redrawKeys builds the keys' rows again, in the present colours.
func (p *settingsPage) redrawKeys() {
	p.keys.Rebuild()
	if p.keysShown() {
		p.choose(tabKeys, p.keys.Object())
	}
}
