package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func shortcutNew() *desktop.CustomShortcut { return command(fyne.KeyN, 0) }

func shortcutReload() *desktop.CustomShortcut { return command(fyne.KeyR, 0) }

func shortcutQuit() *desktop.CustomShortcut { return command(fyne.KeyQ, 0) }

func shortcutCopySecret() *desktop.CustomShortcut { return command(fyne.KeyC, 0) }

func shortcutCopyID() *desktop.CustomShortcut { return command(fyne.KeyC, fyne.KeyModifierShift) }

func shortcutToggleState() *desktop.CustomShortcut { return command(fyne.KeyE, 0) }

// command is a key with Ctrl, or Cmd on macOS.
func command(key fyne.KeyName, also fyne.KeyModifier) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | also}
}

// bare is a key without a modifier, to be shown in a menu beside what it does.
func bare(key fyne.KeyName) *desktop.CustomShortcut { return &desktop.CustomShortcut{KeyName: key} }

// keyModifiers are those held down now.
func keyModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
