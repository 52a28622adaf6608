package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/kit/keyboard"
)

func shortcutCopySecret() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyC, 0) }

func shortcutShow() *desktop.CustomShortcut { return keyboard.Bare(fyne.KeyReturn) }

func shortcutDelete() *desktop.CustomShortcut { return keyboard.Bare(fyne.KeyDelete) }
