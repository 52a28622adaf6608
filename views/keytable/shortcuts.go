package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/kit/keyboard"
)

func ShortcutCopyID() *desktop.CustomShortcut {
	return keyboard.Command(fyne.KeyC, fyne.KeyModifierShift)
}

func ShortcutToggleState() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyE, 0) }

func ShortcutSelect() *desktop.CustomShortcut { return keyboard.Command(fyne.KeySpace, 0) }

func ShortcutDetails() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyI, 0) }

func ShortcutCopySecret() *desktop.CustomShortcut { return keyboard.Command(fyne.KeyC, 0) }

func ShortcutShow() *desktop.CustomShortcut { return keyboard.Bare(fyne.KeyReturn) }

func ShortcutDelete() *desktop.CustomShortcut { return keyboard.Bare(fyne.KeyDelete) }
