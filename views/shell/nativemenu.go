package shell

import (
	"runtime"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"accesskeys/views/keyshortcuts"
)

// nativeMenu is the menu bar that the system shows outside of the window.
type nativeMenu struct {
	frame    *frame
	session  *sessionFlow
	commands *commands
	input    *input
}

// set sets the menu bar, on macOS only.
func (m *nativeMenu) set() {
	if runtime.GOOS == "darwin" {
		m.frame.win.SetMainMenu(m.menu())
	}
}

// menu returns the menu bar for macOS. Items with a shortcut do the same as the shortcut. The toolkit moves the items
// that are called About and Preferences… in English to the application's menu, where the system has put Quit.
func (m *nativeMenu) menu() *fyne.MainMenu {
	about := fyne.NewMenuItem(lang.L("About"), m.commands.showAbout)
	logOut := fyne.NewMenuItem(lang.L("Log Out…"), m.session.askLogOut)
	add := fyne.NewMenuItem(lang.L("Add Account…"), m.commands.switching.add)
	add.Disabled = m.commands.config.Demo != nil // the demo cannot save another account
	bar := fyne.NewMainMenu(
		fyne.NewMenu(lang.L("File"),
			about,
			m.item(lang.L("Preferences…"), shortcutPreferences()),
			m.item(lang.L("New Access Key"), keyshortcuts.New()),
			m.item(lang.L("Reload"), shortcutReload()),
			fyne.NewMenuItemSeparator(),
			m.item(lang.L("Lock"), shortcutLock()),
			add,
			logOut),
		fyne.NewMenu(lang.L("Edit"),
			m.editItem(lang.L("Cut"), &fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()}),
			m.editItem(lang.L("Copy"), &fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()}),
			m.editItem(lang.L("Paste"), &fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()}),
			m.editItem(lang.L("Select All"), &fyne.ShortcutSelectAll{})),
		fyne.NewMenu(lang.L("Help"), m.item(lang.L("Keyboard Shortcuts"), shortcutHelp())),
	)
	if accounts := m.commands.switching.accounts; accounts.Several() {
		all := accounts.Menu()
		all.Label = lang.L("Accounts")
		bar.Items = slices.Insert(bar.Items, 2, all)
	}
	return bar
}

func (m *nativeMenu) item(label string, keys *desktop.CustomShortcut) *fyne.MenuItem {
	item := fyne.NewMenuItem(label, func() { m.typed(keys) })
	item.Shortcut = keys
	return item
}

// typed does the same as pressing the keys: while a dialog is open, keys without a modifier go to the dialog.
func (m *nativeMenu) typed(keys *desktop.CustomShortcut) {
	if keys.Modifier == 0 {
		m.input.typedKey(&fyne.KeyEvent{Name: keys.KeyName})
		return
	}
	m.input.typedShortcut(keys)
}

// editItem returns an item that passes a shortcut to the widget that has the keyboard.
func (m *nativeMenu) editItem(label string, s fyne.Shortcut) *fyne.MenuItem {
	item := fyne.NewMenuItem(label, func() {
		if focused, ok := m.frame.win.Canvas().Focused().(fyne.Shortcutable); ok {
			focused.TypedShortcut(s)
			return
		}
		m.input.typedShortcut(s)
	})
	item.Shortcut = s
	return item
}
