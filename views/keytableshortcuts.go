package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func shortcutCopyID() *desktop.CustomShortcut { return command(fyne.KeyC, fyne.KeyModifierShift) }

func shortcutToggleState() *desktop.CustomShortcut { return command(fyne.KeyE, 0) }

func shortcutSelect() *desktop.CustomShortcut { return command(fyne.KeySpace, 0) }

func shortcutDetails() *desktop.CustomShortcut { return command(fyne.KeyI, 0) }
