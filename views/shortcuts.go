package views

import (
	"accesskeys/views/kit/keyboard"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func shortcutNew() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyN, 0) }

func shortcutReload() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyR, 0) }

func shortcutPreferences() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyComma, 0) }

func shortcutHelp() *desktop.CustomShortcut { return keyboard.Bare(fyne.KeyF1) }

func shortcutQuit() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyQ, 0) }

func shortcutCopySecret() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyC, 0) }

func shortcutLock() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyL, 0) }

func shortcutClear() *desktop.CustomShortcut {
	return keyboard.Command(fyne.KeyX, fyne.KeyModifierShift)
}

func shortcutFind() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyF, 0) }

func shortcutSelectAll() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyA, 0) }

func shortcutShow() *desktop.CustomShortcut { return keyboard.Bare(fyne.KeyReturn) }

func shortcutDelete() *desktop.CustomShortcut { return keyboard.Bare(fyne.KeyDelete) }
