package views

import (
	"accesskeys/views/keytable"
	"accesskeys/views/kit/keyboard"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

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
func (w *window) shortcuts() []shortcutGroup {
	return []shortcutGroup{
		{lang.L("Selected access key"), []shortcut{
			{Keys: keys(shortcutShow(), keyboard.Bare(fyne.KeySpace)), What: lang.L("Show or hide the secret")},
			{Keys: keys(shortcutCopySecret()), What: lang.L("Copy the secret")},
			{Keys: keys(keytable.ShortcutCopyID()), What: lang.L("Copy the access key ID")},
			{Keys: keys(keytable.ShortcutDetails()), What: lang.L("Details")},
			{Keys: keys(keytable.ShortcutToggleState()), What: lang.L("Enable or disable")},
			{Keys: keys(shortcutDelete()), What: lang.L("Delete")},
			{Keys: keys(keyboard.Bare(desktop.KeyMenu), keyboard.WithShift(fyne.KeyF10)),
				What: lang.L("Actions as a menu")},
		}},
		{lang.L("List"), []shortcut{
			{Keys: keys(keyboard.Bare(fyne.KeyUp), keyboard.Bare(fyne.KeyDown)), What: lang.L("Previous, next")},
			{Keys: keys(keyboard.Bare(fyne.KeyPageUp), keyboard.Bare(fyne.KeyPageDown)), What: lang.L("A page up, down")},
			{Keys: keys(keyboard.Bare(fyne.KeyHome), keyboard.Bare(fyne.KeyEnd)), What: lang.L("First, last")},
			{keys(shortcutFind()), lang.L("Filter"), func() { w.onKeys((*keysPage).startFind) }},
		}},
		{lang.L("Several access keys"), []shortcut{
			{Keys: keys(shortcutSelectAll()), What: lang.L("Select all")},
			{Keys: keys(keytable.ShortcutSelect()), What: lang.L("Select this one too, or no longer")},
			{Keys: keys(keyboard.WithShift(fyne.KeyUp), keyboard.WithShift(fyne.KeyDown)), What: lang.L("Select up to another")},
		}},
		{lang.L("Whole window"), []shortcut{
			{keys(shortcutNew()), lang.L("New access key"), func() { w.onKeys((*keysPage).create) }},
			{keys(keyboard.Bare(fyne.KeyF5), shortcutReload()), lang.L("Reload"), func() { w.onKeys((*keysPage).reload) }},
			{keys(shortcutLock()), lang.L("Lock"), w.lock},
			{keys(shortcutClear()), lang.L("Take a copied secret off the clipboard"), w.copied.Clear},
			{keys(shortcutPreferences()), lang.L("Preferences"), w.showPreferences},
			{keys(shortcutHelp(), keyboard.Bare(keyboard.KeyQuestion)), lang.L("Keyboard Shortcuts"), w.showShortcuts},
			{keys(keyboard.Bare(fyne.KeyEscape)), lang.L("Cancel, or dismiss a message"), w.toasts.DismissLatest},
			{keys(shortcutQuit()), lang.L("Quit"), w.quit},
		}},
	}
}

// hasShortcut tells whether pressing keys does something.
func (w *window) hasShortcut(keys *desktop.CustomShortcut) bool {
	return slices.ContainsFunc(w.shortcuts(), func(g shortcutGroup) bool {
		return slices.ContainsFunc(g.Shortcuts, func(s shortcut) bool { return s.has(keys) })
	})
}

func keys(each ...*desktop.CustomShortcut) []*desktop.CustomShortcut { return each }

// registered is those that the toolkit must be asked for. A key alone, or with Shift, is none to it.
func (w *window) registered() []fyne.Shortcut {
	var all []fyne.Shortcut
	for _, group := range w.shortcuts() {
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
	case *shortcutCopySecret():
		return &fyne.ShortcutCopy{}
	case *shortcutSelectAll():
		return &fyne.ShortcutSelectAll{}
	}
	return s
}
