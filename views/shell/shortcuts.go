package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/kit/keyboard"
)

func shortcutNew() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyN, 0) }

func shortcutReload() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyR, 0) }

func shortcutPreferences() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyComma, 0) }

func shortcutHelp() *desktop.CustomShortcut { return keyboard.Bare(fyne.KeyF1) }

func shortcutQuit() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyQ, 0) }

func shortcutLock() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyL, 0) }

func shortcutFind() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyF, 0) }

func shortcutSelectAll() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyA, 0) }
