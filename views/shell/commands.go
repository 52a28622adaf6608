package shell

import (
	"fyne.io/fyne/v2"

	"accesskeys/views/about"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/page"
)

// commands is what shortcuts and menus do.
type commands struct {
	*state
	config    *Config
	page      *page.Window
	session   *sessionFlow
	locking   *locking
	ending    *ending
	clipboard *clipboardguard.Guard
	switching *switching
}

// cancel ends a sign-in under way, clears the filter of the keys that are on screen, dismisses a message, or goes back
// to the keys from another tab.
func (c *commands) cancel() {
	onMessage := c.page.Toasts.HasButton(c.page.Canvas.Focused())
	if c.settings != nil && c.settings.keysShown() && !c.locked() && !onMessage && (c.settings.keys.Replacing.Close() || c.settings.keys.ClearFilter()) {
		return
	}
	if c.signIn != nil && !c.locked() {
		c.signIn.Abort()
	}
	away := c.settings != nil && !c.settings.keysShown() && c.signIn == nil
	if _, field := c.page.Canvas.Focused().(interface{ SelectedText() string }); away && !field && len(c.page.Toasts.Shown) == 0 {
		c.onKeys(func(*keyspage.Page) {})
	}
	c.page.Toasts.Dismiss()
}

// find puts the keyboard into the filter of the history where that is shown, or else of the keys.
func (c *commands) find() {
	if c.historyShown() {
		c.settings.history.StartFind()
		return
	}
	c.onKeys((*keyspage.Page).StartFind)
}

// reload reads the history again where that is shown, or else the list.
func (c *commands) reload() {
	if c.historyShown() {
		c.settings.history.Reload()
		return
	}
	c.onKeys(func(p *keyspage.Page) { p.Reload(true) })
}

// historyShown reports whether the history is shown, and neither the lock nor a dialog is in the way.
func (c *commands) historyShown() bool {
	return c.settings != nil && c.settings.Chosen() == tabHistory && !c.locked() && !c.page.Dialogs.IsOpen()
}

// onKeys shows the list and does something there, where neither the lock nor a dialog is in the way.
func (c *commands) onKeys(action func(*keyspage.Page)) {
	if c.settings == nil || c.locked() || c.page.Dialogs.IsOpen() {
		return
	}
	c.settings.Show(tabKeys)
	action(c.settings.keys)
}

func (c *commands) showPreferences() {
	if c.settings != nil && !c.locked() && !c.page.Dialogs.IsOpen() {
		c.settings.Show(tabPreferences)
	}
}

// showShortcuts opens the sheet of every shortcut.
func (c *commands) showShortcuts() {
	if !c.locked() {
		c.shortcuts().Show(c.page.Dialogs)
	}
}

func (c *commands) about() *about.Dialog {
	return &about.Dialog{Win: c.page, App: c.config.App, Session: c.current, Name: AppName(), Version: c.config.Version,
		OpenURL: fyne.CurrentApp().OpenURL}
}

func (c *commands) showAbout() {
	if !c.locked() {
		c.about().Show()
	}
}
