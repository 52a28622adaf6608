package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/kit/press"
)

// ShortcutCopyID copies the access key ID.
func ShortcutCopyID() *desktop.CustomShortcut { return press.Command(fyne.KeyC, fyne.KeyModifierShift) }

// ShortcutToggleState disables a key, or enables it.
func ShortcutToggleState() *desktop.CustomShortcut { return press.Command(fyne.KeyE, 0) }

// ShortcutUp moves the cursor up, and leaves what is selected.
func ShortcutUp() *desktop.CustomShortcut { return press.Command(fyne.KeyUp, 0) }

// ShortcutDown moves the cursor down, and leaves what is selected.
func ShortcutDown() *desktop.CustomShortcut { return press.Command(fyne.KeyDown, 0) }

// ShortcutSelect selects the key at the cursor too, or no longer.
func ShortcutSelect() *desktop.CustomShortcut { return press.Command(fyne.KeySpace, 0) }

// ShortcutDetails shows the details of a key.
func ShortcutDetails() *desktop.CustomShortcut { return press.Command(fyne.KeyI, 0) }

// ShortcutUndo undoes the last change, if that is possible.
func ShortcutUndo() *desktop.CustomShortcut { return press.Command(fyne.KeyZ, 0) }

// ShortcutReminder saves an entry for the user's calendar about a key.
func ShortcutReminder() *desktop.CustomShortcut {
	return press.Command(fyne.KeyS, fyne.KeyModifierShift)
}

// ShortcutCheck checks whether the server accepts a key.
func ShortcutCheck() *desktop.CustomShortcut { return press.Command(fyne.KeyT, 0) }

// ShortcutNote edits what the user has noted about a key.
func ShortcutNote() *desktop.CustomShortcut { return press.Bare(fyne.KeyF2) }

// ShortcutReplace shows the page that leads through replacing a key.
func ShortcutReplace() *desktop.CustomShortcut {
	return press.Command(fyne.KeyN, fyne.KeyModifierShift)
}

// ShortcutCopySecret copies the secret.
func ShortcutCopySecret() *desktop.CustomShortcut { return press.Command(fyne.KeyC, 0) }

// ShortcutCopyAs opens the menu of the formats that a key can be copied in.
func ShortcutCopyAs() *desktop.CustomShortcut { return press.Command(fyne.KeyK, 0) }

// ShortcutShow shows the secret, or hides it.
func ShortcutShow() *desktop.CustomShortcut { return press.Bare(fyne.KeyReturn) }

// ShortcutDelete deletes a key.
func ShortcutDelete() *desktop.CustomShortcut { return press.Bare(fyne.KeyDelete) }
