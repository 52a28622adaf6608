// Package keyshortcuts has the keyboard shortcuts of the actions on keys.
package keyshortcuts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/kit/press"
)

// CopyID copies the access key ID.
func CopyID() *desktop.CustomShortcut {
	return press.Command(fyne.KeyC, fyne.KeyModifierShift)
}

// ToggleState disables a key, or enables it.
func ToggleState() *desktop.CustomShortcut { return press.Command(fyne.KeyE, 0) }

// Up moves the cursor up without changing the selection.
func Up() *desktop.CustomShortcut { return press.Command(fyne.KeyUp, 0) }

// Down moves the cursor down without changing the selection.
func Down() *desktop.CustomShortcut { return press.Command(fyne.KeyDown, 0) }

// Select adds the key at the cursor to the selection, or removes it.
func Select() *desktop.CustomShortcut { return press.Command(fyne.KeySpace, 0) }

// Details shows the details of a key.
func Details() *desktop.CustomShortcut { return press.Command(fyne.KeyI, 0) }

// Undo undoes the last change, if that is possible.
func Undo() *desktop.CustomShortcut { return press.Command(fyne.KeyZ, 0) }

// Reminder saves a calendar entry for when a key expires.
func Reminder() *desktop.CustomShortcut {
	return press.Command(fyne.KeyS, fyne.KeyModifierShift)
}

// Check checks whether the server accepts a key.
func Check() *desktop.CustomShortcut { return press.Command(fyne.KeyT, 0) }

// Note edits what the user has noted about a key.
func Note() *desktop.CustomShortcut { return press.Bare(fyne.KeyF2) }

// Replace shows the page that replaces a key.
func Replace() *desktop.CustomShortcut {
	return press.Command(fyne.KeyN, fyne.KeyModifierShift)
}

// CopySecret copies the secret.
func CopySecret() *desktop.CustomShortcut { return press.Command(fyne.KeyC, 0) }

// CopyAs opens the menu of the formats that a key can be copied in.
func CopyAs() *desktop.CustomShortcut { return press.Command(fyne.KeyK, 0) }

// Show shows the secret, or hides it.
func Show() *desktop.CustomShortcut { return press.Bare(fyne.KeyReturn) }

// Delete deletes a key.
func Delete() *desktop.CustomShortcut { return press.Bare(fyne.KeyDelete) }

// New creates a key.
func New() *desktop.CustomShortcut { return press.Command(fyne.KeyN, 0) }

// SaveNote saves what is typed in the dialog Label and Note, from each of its fields.
func SaveNote() *desktop.CustomShortcut { return press.Command(fyne.KeyReturn, 0) }
