package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func shortcutNew() *desktop.CustomShortcut { return command(fyne.KeyN, 0) }

func shortcutReload() *desktop.CustomShortcut { return command(fyne.KeyR, 0) }

func shortcutPreferences() *desktop.CustomShortcut { return command(fyne.KeyComma, 0) }

func shortcutHelp() *desktop.CustomShortcut { return bare(fyne.KeyF1) }

func shortcutQuit() *desktop.CustomShortcut { return command(fyne.KeyQ, 0) }

func shortcutCopySecret() *desktop.CustomShortcut { return command(fyne.KeyC, 0) }

func shortcutLock() *desktop.CustomShortcut { return command(fyne.KeyL, 0) }

func shortcutClear() *desktop.CustomShortcut { return command(fyne.KeyX, fyne.KeyModifierShift) }

func shortcutFind() *desktop.CustomShortcut { return command(fyne.KeyF, 0) }

func shortcutSelectAll() *desktop.CustomShortcut { return command(fyne.KeyA, 0) }

func shortcutShow() *desktop.CustomShortcut { return bare(fyne.KeyReturn) }

func shortcutDelete() *desktop.CustomShortcut { return bare(fyne.KeyDelete) }
