package shell

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

// setNativeMenu gives the window its menu where the system has a place for one, outside of the window.
func (w *window) setNativeMenu() {
	if runtime.GOOS == "darwin" {
		w.win.SetMainMenu(w.nativeMenu())
	}
}

// nativeMenu is what the menu bar of macOS offers. Its items do what their keys do. The toolkit moves those that
// are called About and Preferences… in English to the application's menu, where the system has put Quit.
func (w *window) nativeMenu() *fyne.MainMenu {
	about := fyne.NewMenuItem(lang.L("About"), w.ShowAbout)
	logOut := fyne.NewMenuItem(lang.L("Log Out"), w.AskLogOut)
	return fyne.NewMainMenu(
		fyne.NewMenu(lang.L("File"),
			about,
			w.nativeItem(lang.L("Preferences…"), shortcutPreferences()),
			w.nativeItem(lang.L("New access key"), shortcutNew()),
			w.nativeItem(lang.L("Reload"), shortcutReload()),
			fyne.NewMenuItemSeparator(),
			w.nativeItem(lang.L("Lock"), shortcutLock()),
			logOut),
		fyne.NewMenu(lang.L("Edit"),
			w.editItem(lang.L("Cut"), &fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()}),
			w.editItem(lang.L("Copy"), &fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()}),
			w.editItem(lang.L("Paste"), &fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()}),
			w.editItem(lang.L("Select All"), &fyne.ShortcutSelectAll{})),
		fyne.NewMenu(lang.L("Help"), w.nativeItem(lang.L("Keyboard Shortcuts"), shortcutHelp())),
	)
}

func (w *window) nativeItem(label string, keys *desktop.CustomShortcut) *fyne.MenuItem {
	item := fyne.NewMenuItem(label, func() { w.typedKeys(keys) })
	item.Shortcut = keys
	return item
}

// typedKeys is as if the keys were pressed: in a dialog, those without a modifier are the dialog's.
func (w *window) typedKeys(keys *desktop.CustomShortcut) {
	if keys.Modifier == 0 {
		w.typedKey(&fyne.KeyEvent{Name: keys.KeyName})
		return
	}
	w.typedShortcut(keys)
}

// editItem does to what has the keyboard what the shortcut does.
func (w *window) editItem(label string, s fyne.Shortcut) *fyne.MenuItem {
	item := fyne.NewMenuItem(label, func() {
		if focused, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
			focused.TypedShortcut(s)
			return
		}
		w.typedShortcut(s)
	})
	item.Shortcut = s
	return item
}
