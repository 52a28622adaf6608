package shell

import (
	"accesskeys/app/settings"
	"accesskeys/client/route"
	"accesskeys/views/account"
	"accesskeys/views/keyspage"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/preferences"
)

// listShown reports whether Personal Settings are shown, of which the list of keys is a tab.
func (r *rig) listShown() bool { return r.w.session.settings != nil }

func (r *rig) page() *keyspage.Page { return r.w.session.settings.keys }

func (r *rig) list() *keytable.List { return r.page().List() }

func (r *rig) accountPage() *account.Page { return r.w.session.settings.account }

func (r *rig) preferencesPage() *preferences.Page { return r.w.session.settings.preferences }

// tab is the side tab that says so.
func (r *rig) tab(title string) *control.SideTab {
	r.t.Helper()
	for _, t := range r.w.session.settings.tabs {
		if t.Text == title {
			return t
		}
	}
	r.t.Fatalf("there is no tab %q", title)
	return nil
}

// tabShown is what the tab that is shown is called.
func (r *rig) tabShown() string {
	for _, t := range r.w.session.settings.tabs {
		if t.Selected {
			return t.Text
		}
	}
	return ""
}

// foldedTabs is the button that the tabs are folded into, and whether they are.
func (r *rig) foldedTabs() (b *control.Button, folded bool) {
	p := r.w.session.settings
	return p.fold, p.folded()
}

func (r *rig) openAccount() { r.w.session.settings.showAccount() }

func (r *rig) openKeys() { r.w.session.settings.showKeys() }

func (r *rig) openPreferences() { r.w.session.settings.showPreferences() }

// warnsOfCertificate reports whether the top bar warns of the server's certificate.
func (r *rig) warnsOfCertificate() bool { return r.w.session.settings.warning.Visible() }

func (r *rig) warnOfCertificate(c *route.Certificate) { r.w.session.settings.warn(c) }

func (r *rig) chooseLanguage(l settings.Language) { r.w.looks.chooseLanguage(l) }

func (r *rig) chooseTheme(t settings.Theme) { r.w.looks.chooseTheme(t) }

// retranslate words the window in another language, which is not chosen.
func (r *rig) retranslate(l settings.Language) {
	r.w.config.Catalogue.Use(l)
	r.w.looks.retranslate()
}

// keepStill has nothing move any more.
func (r *rig) keepStill() { r.w.looks.keepStill() }

// applyPrivacy has the window do as the settings say.
func (r *rig) applyPrivacy() { preferencesHost{r.w}.ApplyPrivacy() }

func (r *rig) saveSettings() { r.w.writer.save() }
