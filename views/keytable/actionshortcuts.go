package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/kit/keyboard"
)

func ShortcutCopySecret() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyC, 0) }

func ShortcutShow() *desktop.CustomShortcut { return keyboard.Bare(fyne.KeyReturn) }

func ShortcutDelete() *desktop.CustomShortcut { return keyboard.Bare(fyne.KeyDelete) }
