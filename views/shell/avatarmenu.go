package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/assets"
)

func (c *commands) avatarMenu() *fyne.Menu {
	settings := fyne.NewMenuItem(lang.L("Personal Settings"), c.showAccount)
	settings.Icon = theme.AccountIcon()
	preferences := fyne.NewMenuItem(lang.L("Preferences"), c.showPreferences)
	preferences.Icon, preferences.Shortcut = theme.SettingsIcon(), shortcutPreferences()
	lock := fyne.NewMenuItem(lang.L("Lock"), c.locking.lock)
	lock.Icon, lock.Shortcut = theme.NewThemedResource(assets.PadlockIcon()), shortcutLock()
	keys := fyne.NewMenuItem(lang.L("Keyboard Shortcuts"), c.showShortcuts)
	keys.Icon, keys.Shortcut = theme.HelpIcon(), shortcutHelp()
	about := fyne.NewMenuItem(lang.L("About"), c.showAbout)
	about.Icon = theme.InfoIcon()
	logOut := fyne.NewMenuItem(lang.L("Log Out…"), c.session.askLogOut)
	logOut.Icon = theme.LogoutIcon()
	items := []*fyne.MenuItem{settings, preferences, fyne.NewMenuItemSeparator(),
		keys, about, fyne.NewMenuItemSeparator(), lock, logOut}
	if c.config.Demo == nil && !c.config.App.Forgetful() { // those two cannot save another account
		items = c.switching.accounts.Among(items, 2)
	}
	return fyne.NewMenu("", items...)
}

// showAccount shows the first tab of Personal Settings.
func (c *commands) showAccount() {
	if c.ready() {
		c.settings.Show(tabAccount)
	}
}
