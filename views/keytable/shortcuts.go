package keytable

import (
	"accesskeys/views/kit/keyboard"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func ShortcutCopyID() *desktop.CustomShortcut {
	return keyboard.Command(fyne.KeyC, fyne.KeyModifierShift)
}

func ShortcutToggleState() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyE, 0) }

func ShortcutSelect() *desktop.CustomShortcut { return keyboard.Command(fyne.KeySpace, 0) }

func ShortcutDetails() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyI, 0) }
