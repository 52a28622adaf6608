package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/keyspage"
	"accesskeys/views/kit/keyboard"
)

func (c *commands) avatarMenu() *fyne.Menu {
	settings := fyne.NewMenuItem(lang.L("Personal Settings"), func() { c.onKeys(func(*keyspage.Page) {}) })
	settings.Icon = theme.AccountIcon()
	preferences := fyne.NewMenuItem(lang.L("Preferences"), c.showPreferences)
	preferences.Icon = theme.SettingsIcon()
	lock := fyne.NewMenuItem(lang.L("Lock")+"  ("+keyboard.Chord(shortcutLock())+")", c.locking.lock)
	lock.Icon = theme.NewThemedResource(theme.VisibilityOffIcon())
	keys := fyne.NewMenuItem(lang.L("Keyboard Shortcuts")+"  ("+keyboard.Chord(shortcutHelp())+")", c.showShortcuts)
	keys.Icon = theme.HelpIcon()
	about := fyne.NewMenuItem(lang.L("About"), c.showAbout)
	about.Icon = theme.InfoIcon()
	logOut := fyne.NewMenuItem(lang.L("Log Out"), c.session.askLogOut)
	logOut.Icon = theme.LogoutIcon()
	return fyne.NewMenu("", settings, preferences, fyne.NewMenuItemSeparator(),
		keys, about, fyne.NewMenuItemSeparator(), lock, logOut)
}
