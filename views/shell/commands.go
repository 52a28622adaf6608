package shell

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/clipboardguard"
	"accesskeys/views/keyspage"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/kit/page"
	"accesskeys/views/topbar"
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
}

// shortcut is what pressing any of some keys does.
type shortcut struct {
	Keys []*desktop.CustomShortcut
	What string
	Do   func() // nil where what has the keyboard does it
}

func (s shortcut) has(keys *desktop.CustomShortcut) bool {
	for _, k := range s.Keys {
		if *k == *keys {
			return true
		}
	}
	return false
}

// shortcutGroup is some of them under a title.
type shortcutGroup struct {
	Title     string
	Shortcuts []shortcut
}

// shortcuts is every shortcut there is. What it holds is what works, and what the sheet shows: the list's own
// are tested to be the same.
func (c *commands) shortcuts() []shortcutGroup {
	return []shortcutGroup{
		{lang.L("Selected access key"), []shortcut{
			{Keys: anyOf(keytable.ShortcutShow(), keyboard.Bare(fyne.KeySpace)), What: lang.L("Show or hide the secret")},
			{Keys: anyOf(keytable.ShortcutCopySecret()), What: lang.L("Copy the secret")},
			{Keys: anyOf(keytable.ShortcutCopyID()), What: lang.L("Copy the access key ID")},
			{Keys: anyOf(keytable.ShortcutDetails()), What: lang.L("Details")},
			{Keys: anyOf(keytable.ShortcutToggleState()), What: lang.L("Enable or disable")},
			{Keys: anyOf(keytable.ShortcutDelete()), What: lang.L("Delete")},
			{Keys: anyOf(keyboard.Bare(desktop.KeyMenu), keyboard.WithShift(fyne.KeyF10)),
				What: lang.L("Actions as a menu")},
		}},
		{lang.L("List"), []shortcut{
			{Keys: anyOf(keyboard.Bare(fyne.KeyUp), keyboard.Bare(fyne.KeyDown)), What: lang.L("Previous, next")},
			{Keys: anyOf(keyboard.Bare(fyne.KeyPageUp), keyboard.Bare(fyne.KeyPageDown)), What: lang.L("A page up, down")},
			{Keys: anyOf(keyboard.Bare(fyne.KeyHome), keyboard.Bare(fyne.KeyEnd)), What: lang.L("First, last")},
			{anyOf(shortcutFind()), lang.L("Filter"), func() { c.onKeys((*keyspage.Page).StartFind) }},
		}},
		{lang.L("Several access keys"), []shortcut{
			{Keys: anyOf(shortcutSelectAll()), What: lang.L("Select all")},
			{Keys: anyOf(keytable.ShortcutSelect()), What: lang.L("Select this one too, or no longer")},
			{Keys: anyOf(keyboard.WithShift(fyne.KeyUp), keyboard.WithShift(fyne.KeyDown)), What: lang.L("Select up to another")},
		}},
		{lang.L("Whole window"), []shortcut{
			{anyOf(shortcutNew()), lang.L("New access key"), func() { c.onKeys((*keyspage.Page).Create) }},
			{anyOf(keyboard.Bare(fyne.KeyF5), shortcutReload()), lang.L("Reload"), func() { c.onKeys((*keyspage.Page).Reload) }},
			{anyOf(shortcutLock()), lang.L("Lock"), c.locking.lock},
			{anyOf(topbar.ShortcutClear()), lang.L("Take a copied secret off the clipboard"), c.clipboard.Clear},
			{anyOf(shortcutPreferences()), lang.L("Preferences"), c.showPreferences},
			{anyOf(shortcutHelp(), keyboard.Bare(keyboard.KeyQuestion)), lang.L("Keyboard Shortcuts"), c.showShortcuts},
			{anyOf(keyboard.Bare(fyne.KeyEscape)), lang.L("Cancel, or dismiss a message"), c.cancel},
			{anyOf(shortcutQuit()), lang.L("Quit"), c.ending.quit},
		}},
	}
}

// has reports whether pressing keys does something.
func (c *commands) has(keys *desktop.CustomShortcut) bool {
	return slices.ContainsFunc(c.shortcuts(), func(g shortcutGroup) bool {
		return slices.ContainsFunc(g.Shortcuts, func(s shortcut) bool { return s.has(keys) })
	})
}

func anyOf(each ...*desktop.CustomShortcut) []*desktop.CustomShortcut { return each }

// registered is those that the toolkit must be asked for. A key alone, or with Shift, is none to it.
func (c *commands) registered() []fyne.Shortcut {
	var all []fyne.Shortcut
	for _, group := range c.shortcuts() {
		for _, s := range group.Shortcuts {
			for _, k := range s.Keys {
				if k.Modifier&^fyne.KeyModifierShift != 0 {
					all = append(all, asTold(k))
				}
			}
		}
	}
	return all
}

// asTold is a shortcut as the toolkit tells of it: some have a name of their own.
func asTold(s *desktop.CustomShortcut) fyne.Shortcut {
	switch *s {
	case *keytable.ShortcutCopySecret():
		return &fyne.ShortcutCopy{}
	case *shortcutSelectAll():
		return &fyne.ShortcutSelectAll{}
	}
	return s
}

// cancel ends a sign-in under way, clears the filter of the keys that are on screen, or dismisses a message.
func (c *commands) cancel() {
	onMessage := c.page.Toasts.Has(c.page.Canvas.Focused())
	if c.settings != nil && c.settings.keysShown() && !c.locked() && !onMessage && c.settings.keys.ClearFilter() {
		return
	}
	if c.signIn != nil && !c.locked() {
		c.signIn.Abort()
	}
	c.page.Toasts.Dismiss()
}

// onKeys shows the list and does something there, where neither the lock nor a dialog is in the way.
func (c *commands) onKeys(action func(*keyspage.Page)) {
	if c.settings == nil || c.locked() || c.page.Dialogs.Open() {
		return
	}
	c.settings.Show(tabKeys)
	action(c.settings.keys)
}

func (c *commands) showPreferences() {
	if c.settings != nil && !c.locked() && !c.page.Dialogs.Open() {
		c.settings.Show(tabPreferences)
	}
}
