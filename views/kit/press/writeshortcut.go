package press

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Command returns a key with Ctrl, or Cmd on macOS, and the modifiers in also.
func Command(key fyne.KeyName, also fyne.KeyModifier) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | also}
}

// IsCommandEnter reports whether a shortcut is Ctrl+Enter (Cmd on macOS), which confirms from a field.
func IsCommandEnter(s fyne.Shortcut) bool {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		if s.ShortcutName() == Command(key, 0).ShortcutName() {
			return true
		}
	}
	return false
}

// Bare returns a key without a modifier. The toolkit does not handle such a key as a shortcut.
func Bare(key fyne.KeyName) *desktop.CustomShortcut { return &desktop.CustomShortcut{KeyName: key} }

// WithShift returns a key with Shift.
func WithShift(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShift}
}

// Chord returns a shortcut as it is usually written, such as Ctrl+Shift+C. The toolkit's own way of showing it in a
// menu is too faint to read.
func Chord(s *desktop.CustomShortcut) string {
	var b strings.Builder
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{
		{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierShift, "Shift+"}, {fyne.KeyModifierSuper, "Cmd+"},
	} {
		if s.Modifier&m.modifier != 0 {
			b.WriteString(m.name)
		}
	}
	return b.String() + keyName(s.KeyName)
}

// keyName returns what is printed on a key.
func keyName(key fyne.KeyName) string {
	switch key {
	case fyne.KeyReturn:
		return "Enter"
	case fyne.KeyEscape:
		return "Esc"
	case fyne.KeyPageUp:
		return "Page Up"
	case fyne.KeyPageDown:
		return "Page Down"
	case fyne.KeyUp:
		return "↑"
	case fyne.KeyDown:
		return "↓"
	case fyne.KeyLeft:
		return "←"
	case fyne.KeyRight:
		return "→"
	case fyne.KeyBackspace:
		return "Backspace"
	}
	return string(key)
}

// Modifiers returns the modifiers that are held down now.
func Modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// OpensMenu reports whether a key opens the menu of a row: Menu or Shift+F10, which the toolkit types as a key and not as a
// shortcut.
func OpensMenu(e *fyne.KeyEvent) bool {
	return e.Name == desktop.KeyMenu || e.Name == fyne.KeyF10 && Modifiers() == fyne.KeyModifierShift
}
