package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/about"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/lockpage"
	"accesskeys/views/quitting"
)

// commands carries out the shortcuts and the menu items of the window.
type commands struct {
	*state
	config    *Config
	page      *page.Window
	session   *sessionFlow
	locking   *locking
	ending    *quitting.Ending
	clipboard *clipboardguard.Guard
	switching *switching
}

// cancel handles Escape. It leaves the page that replaces a key, clears the selection or a filter, aborts a sign-in,
// empties a field for a secret on another tab or leaves the tab, or dismisses a message, depending on what is on screen.
func (c *commands) cancel() {
	onMessage := c.page.Toasts.HasButton(c.page.Canvas.Focused())
	if c.ready() && !onMessage && (c.settings.keysShown() && keyspage.Escape(c.settings.keys) || c.historyShown() && c.settings.history.ClearFilter()) {
		return
	}
	away := c.settings != nil && !c.settings.keysShown() && c.signIn == nil && !c.locked()
	switch {
	case c.locked():
		lockpage.Escape(c.lockPage)
	case c.signIn != nil:
		c.signIn.Abort() // which may lead to another tab
	case c.waiting && c.chosen.back != nil:
		c.chosen.back()
	}
	secret, _ := c.page.Canvas.Focused().(*control.SecretEntry)
	switch {
	case !away || onMessage || toast.AnyOfPage(c.page.Toasts):
		c.page.Toasts.Dismiss()
	case secret != nil && !secret.IsEmpty():
		control.Discard(secret) // the next Esc leaves the tab
	default:
		c.runOnKeys(func(*keyspage.Page) {})
	}
}

// undo undoes the last Disable from a tab other than the keys, where the list and the page that replaces a key do so.
func (c *commands) undo() {
	if c.ready() && c.signIn == nil && !c.settings.keysShown() {
		keyspage.Undo(c.settings.keys).TakeLast()
	}
}

// clearCopied clears a copied secret from the clipboard.
func (c *commands) clearCopied() {
	if !c.clipboard.ClearNow() && !c.locked() {
		c.page.Toasts.Hint(lang.L("No copied secret is on the clipboard."))
	}
}

// find puts the keyboard into the filter of the history if that is shown, or else of the keys.
func (c *commands) find() {
	if c.historyShown() {
		c.settings.history.StartFind()
		return
	}
	c.runOnKeys((*keyspage.Page).StartFind)
}

// reload reads the history again if that is shown, or else the list, whatever tab is shown.
func (c *commands) reload() {
	switch {
	case !c.ready():
	case c.historyShown():
		c.settings.history.Reload()
	default:
		c.settings.keys.Reload(true)
	}
}

// ready reports whether a tab is shown, with neither the lock page nor a dialog over it.
func (c *commands) ready() bool {
	return c.settings != nil && !c.locked() && !c.page.Dialogs.IsOpen()
}

// historyShown reports whether that tab is the History.
func (c *commands) historyShown() bool { return c.ready() && c.settings.Chosen() == tabHistory }

// runOnKeys shows the keys and runs an action there. It does nothing while the lock page or a dialog is shown.
func (c *commands) runOnKeys(action func(*keyspage.Page)) {
	if c.ready() {
		c.settings.Show(tabKeys)
		action(c.settings.keys)
	}
}

// showPreferences shows the settings, with the keyboard on the first of them.
func (c *commands) showPreferences() {
	if c.ready() {
		c.settings.Show(tabPreferences)
		c.settings.preferences.FocusFirst()
	}
}

// showShortcuts opens the sheet that lists all shortcuts.
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
