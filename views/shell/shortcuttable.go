package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/keyshortcuts"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/shortcut"
	"accesskeys/views/topbar"
	"accesskeys/views/words"
)

// shortcuts returns all shortcuts. The window handles, and the sheet shows, what is in this table. The list of keys
// handles its own shortcuts; a test checks that they are the same as here.
func (c *commands) shortcuts() shortcut.Table {
	return append(shortcut.Table{
		{Title: lang.L("Selected access key"), Shortcuts: []shortcut.Shortcut{
			{Keys: anyOf(keyshortcuts.Show(), press.Bare(fyne.KeySpace)), What: lang.L("Show or hide the secret")},
			{Keys: anyOf(keyshortcuts.CopySecret()), What: lang.L("Copy the secret")},
			{Keys: anyOf(keyshortcuts.CopyID()), What: lang.L("Copy the access key ID (or several)")},
			{Keys: anyOf(keyshortcuts.CopyAs()), What: lang.L("Copy as…")},
			{Keys: anyOf(keyshortcuts.Details()), What: lang.L("Details")},
			{Keys: anyOf(keyshortcuts.Check()), What: lang.L("Check whether the server accepts it")},
			{Keys: anyOf(keyshortcuts.Note()), What: words.LabelAndNote()},
			{Keys: anyOf(keyshortcuts.Reminder()), What: lang.L("Save a calendar reminder")},
			{Keys: anyOf(keyshortcuts.Replace()), What: lang.L("Replace…")},
			{Keys: anyOf(keyshortcuts.ToggleState()), What: lang.L("Enable or disable")},
			{Keys: anyOf(keyshortcuts.Delete()), What: lang.L("Delete")},
			{Keys: anyOf(press.Bare(desktop.KeyMenu), press.WithShift(fyne.KeyF10)),
				What: lang.L("Actions as a menu")},
		}},
		{Title: lang.L("In the dialog “Label and Note”"), NeedsFocus: true, Shortcuts: []shortcut.Shortcut{
			{Keys: anyOf(keyshortcuts.SaveNote()), What: lang.L("Save, from each field")},
		}},
		{Title: lang.L("List"), Shortcuts: []shortcut.Shortcut{
			{Keys: anyOf(press.Bare(fyne.KeyUp), press.Bare(fyne.KeyDown)), What: lang.L("Previous, next")},
			{Keys: anyOf(press.Bare(fyne.KeyPageUp), press.Bare(fyne.KeyPageDown)), What: lang.L("A page up, down")},
			{Keys: anyOf(press.Bare(fyne.KeyHome), press.Bare(fyne.KeyEnd)), What: lang.L("First, last")},
			{Keys: anyOf(shortcutFind()), What: lang.L("Filter"), Do: c.find},
		}},
		{Title: lang.L("Multiple selection"), Shortcuts: []shortcut.Shortcut{
			{Keys: anyOf(shortcutSelectAll()), What: lang.L("Select all")},
			{Keys: anyOf(keyshortcuts.Select()), What: lang.L("Toggle selection")},
			{Keys: anyOf(keyshortcuts.Up(), keyshortcuts.Down()), What: lang.L("Move without selecting")},
			{Keys: anyOf(press.WithShift(fyne.KeyUp), press.WithShift(fyne.KeyDown)), What: lang.L("Extend selection")},
		}},
		{Title: lang.L("Column headings (Tab leads to them)"), NeedsFocus: true, Shortcuts: []shortcut.Shortcut{
			{Keys: anyOf(press.Bare(fyne.KeyLeft), press.Bare(fyne.KeyRight)), What: lang.L("Previous, next")},
			{Keys: anyOf(press.Bare(fyne.KeyReturn), press.Bare(fyne.KeySpace)), What: lang.L("Sort, or reverse the order")},
			{Keys: anyOf(press.WithShift(fyne.KeyLeft), press.WithShift(fyne.KeyRight)), What: lang.L("Narrower, wider")},
			{Keys: anyOf(press.Bare(fyne.KeyBackspace)), What: lang.L("Automatic width")},
		}},
		{Title: lang.L("General"), Shortcuts: []shortcut.Shortcut{
			{Keys: anyOf(keyshortcuts.New()), What: lang.L("New access key"), Do: func() { c.runOnKeys((*keyspage.Page).Create) }},
			{Keys: anyOf(keyshortcuts.Undo()), What: lang.L("Undo the last Disable")},
			{Keys: anyOf(press.Bare(fyne.KeyF5), shortcutReload()), What: lang.L("Reload"), Do: c.reload},
			{Keys: anyOf(shortcutLock()), What: lang.L("Lock"), Do: c.locking.lock},
			{Keys: anyOf(topbar.ShortcutClear()), What: lang.L("Clear copied secret"), Do: c.clearCopied},
			{Keys: anyOf(shortcutPreferences()), What: lang.L("Preferences"), Do: c.showPreferences},
			{Keys: anyOf(shortcutHelp(), press.Bare(press.KeyQuestion)), What: lang.L("Keyboard Shortcuts"), Do: c.showShortcuts},
			{Keys: anyOf(press.Bare(fyne.KeyEscape)), What: lang.L("Cancel, or dismiss a message"), Do: c.cancel},
			{Keys: anyOf(shortcutQuit()), What: lang.L("Quit"), Do: func() {
				if !c.page.Presses.IsHeld() { // a shortcut that is held down is no answer
					c.ending.Ask()
				}
			}},
		}},
	}, c.switching.accounts.Shortcuts()...)
}

func anyOf(each ...*desktop.CustomShortcut) []*desktop.CustomShortcut { return each }

// has reports whether keys are one of the shortcuts.
func (c *commands) has(keys *desktop.CustomShortcut) bool {
	_, ok := c.shortcuts().Find(keys)
	return ok
}

// run runs the command of keys, and reports whether the window has such a command.
func (c *commands) run(keys *desktop.CustomShortcut) bool {
	s, ok := c.shortcuts().Find(keys)
	if !ok || s.Do == nil {
		return false
	}
	s.Do()
	return true
}

func shortcutReload() *desktop.CustomShortcut { return press.Command(fyne.KeyR, 0) }

func shortcutPreferences() *desktop.CustomShortcut { return press.Command(fyne.KeyComma, 0) }

func shortcutHelp() *desktop.CustomShortcut { return press.Bare(fyne.KeyF1) }

func shortcutQuit() *desktop.CustomShortcut { return press.Command(fyne.KeyQ, 0) }

func shortcutLock() *desktop.CustomShortcut { return press.Command(fyne.KeyL, 0) }

func shortcutFind() *desktop.CustomShortcut { return press.Command(fyne.KeyF, 0) }

func shortcutSelectAll() *desktop.CustomShortcut { return press.Command(fyne.KeyA, 0) }
