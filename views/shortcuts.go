package views

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func shortcutNew() *desktop.CustomShortcut { return command(fyne.KeyN, 0) }

func shortcutReload() *desktop.CustomShortcut { return command(fyne.KeyR, 0) }

func shortcutPreferences() *desktop.CustomShortcut { return command(fyne.KeyComma, 0) }

func shortcutHelp() *desktop.CustomShortcut { return bare(fyne.KeyF1) }

func shortcutQuit() *desktop.CustomShortcut { return command(fyne.KeyQ, 0) }

func shortcutCopySecret() *desktop.CustomShortcut { return command(fyne.KeyC, 0) }

func shortcutCopyID() *desktop.CustomShortcut { return command(fyne.KeyC, fyne.KeyModifierShift) }

func shortcutToggleState() *desktop.CustomShortcut { return command(fyne.KeyE, 0) }

func shortcutLock() *desktop.CustomShortcut { return command(fyne.KeyL, 0) }

func shortcutClear() *desktop.CustomShortcut { return command(fyne.KeyX, fyne.KeyModifierShift) }

func shortcutFind() *desktop.CustomShortcut { return command(fyne.KeyF, 0) }

func shortcutSelectAll() *desktop.CustomShortcut { return command(fyne.KeyA, 0) }

func shortcutSelect() *desktop.CustomShortcut { return command(fyne.KeySpace, 0) }

// command is a key with Ctrl, or Cmd on macOS.
func command(key fyne.KeyName, also fyne.KeyModifier) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | also}
}

// chord is a shortcut as people write it, such as Ctrl+Shift+C. The toolkit's own way of showing it in a
// menu is too faint to read.
func chord(s *desktop.CustomShortcut) string {
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

// keyName is what is printed on a key.
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
	}
	return string(key)
}

// questionMarks are those of the scripts that have their own: Arabic, Greek, Armenian, and full width.
const questionMarks = "?\u061f\u037e\u055e\uff1f"

// typedRune hands on the one character that is a shortcut: it is on another key in every layout.
func typedRune(r rune, onKey func(*fyne.KeyEvent)) {
	if strings.ContainsRune(questionMarks, r) && onKey != nil {
		onKey(&fyne.KeyEvent{Name: keyQuestion})
	}
}

const keyQuestion fyne.KeyName = "?"

func shortcutShow() *desktop.CustomShortcut { return bare(fyne.KeyReturn) }

func shortcutDelete() *desktop.CustomShortcut { return bare(fyne.KeyDelete) }

// bare is a key without a modifier. Such a key is no shortcut to the toolkit, only to be told of.
func bare(key fyne.KeyName) *desktop.CustomShortcut { return &desktop.CustomShortcut{KeyName: key} }

func shortcutDetails() *desktop.CustomShortcut { return command(fyne.KeyI, 0) }

func withShift(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShift}
}

// keyModifiers are those held down now.
func keyModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
