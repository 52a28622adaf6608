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
func (r *rig) listShown() bool { return r.w.state.settings != nil }

func (r *rig) page() *keyspage.Page { return r.w.state.settings.keys }

func (r *rig) list() *keytable.List { return r.page().List() }

func (r *rig) accountPage() *account.Page { return r.w.state.settings.account }

func (r *rig) preferencesPage() *preferences.Page { return r.w.state.settings.preferences }

// sideTabs are the names of the tabs, also where they are folded away.
func (r *rig) sideTabs() (tabs []*control.SideTab) {
	for _, o := range allOf(r.w.state.settings.object) {
		if t, ok := o.(*control.SideTab); ok {
			tabs = append(tabs, t)
		}
	}
	return tabs
}

// tab is the side tab that says so.
func (r *rig) tab(title string) *control.SideTab {
	r.t.Helper()
	for _, t := range r.sideTabs() {
		if t.Text == title {
			return t
		}
	}
	r.t.Fatalf("there is no tab %q", title)
	return nil
}

// tabShown is what the tab that is shown is called.
func (r *rig) tabShown() string {
	for _, t := range r.sideTabs() {
		if t.Selected {
			return t.Text
		}
	}
	return ""
}

func (r *rig) openAccount() { r.w.state.settings.Show(tabAccount) }

func (r *rig) openPreferences() { r.w.state.settings.Show(tabPreferences) }

func (r *rig) openKeys() { r.w.state.settings.Show(tabKeys) }

// warnsOfCertificate reports whether the top bar warns of the server's certificate.
func (r *rig) warnsOfCertificate() bool { return r.w.state.settings.bar.Warns() }

func (r *rig) warnOfCertificate(c *route.Certificate) { r.w.state.settings.bar.Warn(c) }

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
func (r *rig) applyPrivacy() { r.w.preferencesHost().ApplyPrivacy() }

func (r *rig) saveSettings() { r.w.writer.save() }
