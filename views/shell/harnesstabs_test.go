package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
	"accesskeys/client/route"
	"accesskeys/views/accounttab"
	"accesskeys/views/connectionform"
	"accesskeys/views/keyspage"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/preferencestab"
)

// listShown reports whether the Personal Settings page is shown, whose tab the list of keys is.
func (r *rig) listShown() bool { return r.w.state.settings != nil }

func (r *rig) page() *keyspage.Page { return r.w.state.settings.keys }

func (r *rig) list() *keytable.List { return r.page().List() }

// accountTab returns the Account tab. It must have been opened.
type accountTab struct{ page *accounttab.Page }

func (r *rig) accountTab() accountTab { return accountTab{r.w.state.settings.account} }

func (a accountTab) network() *connectionform.Form { return a.page.Network }
func (a accountTab) save() *control.Button         { return a.page.Saved.Save }
func (a accountTab) notice() *text.Wrapped         { return a.page.Saved.Notice }
func (a accountTab) complain(message string)       { a.page.Saved.Complain(message) }

// setFacts sets what the tab says about the keyring and the server's version.
func (a accountTab) setFacts(keyring, version string) {
	a.page.Keyring.SetText(keyring)
	a.page.Version.SetText(version)
}

// languages returns the list of languages in Preferences.
func (r *rig) languages() *control.Choice { return r.choice(lang.L("Language")) }

// language chooses a language with the keyboard.
func (r *rig) language(wanted settings.Language) {
	r.t.Helper()
	r.showPreferences()
	r.canvas().Focus(r.languages())
	for range settings.LanguageChoices() {
		if r.app.Settings.Get().Language == wanted {
			return
		}
		r.press(fyne.KeyRight)
	}
	r.t.Fatalf("%q cannot be chosen", wanted)
}

// changePrivacy changes a privacy setting through Preferences.
func (r *rig) changePrivacy(how func(*settings.Privacy)) { r.preferencesPage().Change(how) }

// pinFields returns the fields for PINs in Preferences, including hidden ones.
func (r *rig) pinFields() (fields []*control.SecretEntry) {
	for _, o := range allOf(r.tabScroll().Scroll.Content) {
		if e, ok := o.(*control.SecretEntry); ok {
			fields = append(fields, e)
		}
	}
	return fields
}

// complainOfPIN has Preferences show what is wrong with a PIN.
func (r *rig) complainOfPIN(message string) { r.preferencesPage().Pin.Say(message) }

// typeNewPIN opens Preferences and types a PIN into both fields for a new PIN.
func (r *rig) typeNewPIN(pin string) {
	r.t.Helper()
	r.showPreferences()
	r.typeInto(r.secretField("New PIN or passphrase"), pin)
	r.typeInto(r.secretField("Repeat PIN"), pin)
}

// setPIN sets a PIN in Preferences, as a user does.
func (r *rig) setPIN(pin string) {
	r.t.Helper()
	r.typeNewPIN(pin)
	r.press(fyne.KeyReturn)
	if !r.app.PIN.IsSet() {
		r.t.Fatalf("no PIN is set: %q", r.texts())
	}
}

func (r *rig) preferencesPage() *preferencestab.Page { return r.w.state.settings.preferences }

// sideTabs returns the names of the tabs, even if they are folded away.
func (r *rig) sideTabs() (tabs []*control.SideTab) {
	for _, o := range allOf(r.w.state.settings.object) {
		if t, ok := o.(*control.SideTab); ok {
			tabs = append(tabs, t)
		}
	}
	return tabs
}

// tab returns the side tab with this name.
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

// tabShown returns the name of the current tab.
func (r *rig) tabShown() string {
	for _, t := range r.sideTabs() {
		if t.Selected {
			return t.Text
		}
	}
	return ""
}

// onPage reports whether an object is part of the page below the top bar.
func (r *rig) onPage(o fyne.CanvasObject) (found bool) {
	walkVisible(r.w.state.settings.Page.Object, func(part fyne.CanvasObject) { found = found || part == o })
	return found
}

func (r *rig) openAccount() { r.w.state.settings.Show(tabAccount) }

func (r *rig) openPreferences() { r.w.state.settings.Show(tabPreferences) }

func (r *rig) openKeys() { r.w.state.settings.Show(tabKeys) }

// warnsOfCertificate reports whether the top bar shows a warning about the server's certificate.
func (r *rig) warnsOfCertificate() bool { return r.w.state.settings.bar.Warns() }

func (r *rig) warnOfCertificate(c *route.Certificate) { r.w.state.settings.bar.Warn(c) }

func (r *rig) chooseLanguage(l settings.Language) { r.w.looks.chooseLanguage(l) }

func (r *rig) chooseTheme(t settings.Theme) { r.w.looks.chooseTheme(t) }

// retranslate translates the window into another language without choosing it in Preferences.
func (r *rig) retranslate(l settings.Language) {
	r.w.config.Catalogue.Use(l)
	r.w.looks.retranslate()
}

// keepStill turns animations off.
func (r *rig) keepStill() { style.DisableAnimations(r.canvas()) }

// applyPrivacy applies the privacy settings.
func (r *rig) applyPrivacy() { r.w.preferencesHost().ApplyPrivacy() }

func (r *rig) saveSettings() { r.w.writer.Save() }

func (r *rig) openTab(tab int) { r.w.state.settings.Show(tab) }

// keysShown reports whether the Access Keys tab is shown.
func (r *rig) keysShown() bool { return r.w.state.settings.keysShown() }
