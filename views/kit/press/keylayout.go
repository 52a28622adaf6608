// Package press finds out what a press of a key or a mouse button means in cases that the toolkit does not handle: on
// the keypad without Num Lock, for shortcuts on keyboard layouts without Latin letters, and for double presses.
package press

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// layout returns the character that a key types without modifiers, or "".
type layout func(glfw.Key) string

// latinLetters is how many of the 26 letters a layout must type without modifiers to count as Latin.
const latinLetters = 13

func (l layout) isLatin() bool {
	letters := 0
	for key := glfw.KeyA; key <= glfw.KeyZ; key++ {
		if name := nameOf(l(key)); name >= fyne.KeyA && name <= fyne.KeyZ {
			letters++
		}
	}
	return letters >= latinLetters
}

// types reports whether any key types a character without modifiers.
func (l layout) types(name fyne.KeyName) bool {
	for key := glfw.KeyApostrophe; key <= glfw.KeyGraveAccent; key++ {
		if nameOf(l(key)) == name {
			return true
		}
	}
	return false
}

// nameOf returns the toolkit's name for the key that types a character, or "" if it has none.
func nameOf(typed string) fyne.KeyName {
	if len(typed) != 1 {
		return fyne.KeyUnknown
	}
	if c := typed[0]; c >= 'a' && c <= 'z' {
		return fyne.KeyName(c - 'a' + 'A')
	}
	return fyne.KeyName(typed)
}

// nameOnUS returns the name of a key by what it types on the US layout.
func nameOnUS(key glfw.Key) fyne.KeyName { return fyne.KeyName(rune(key)) }

// shortcutKey returns the key of the shortcut that a press means, or "" if it means none. On a Latin layout, that is
// the key by its character, or else by its position. On other layouts the position goes first, because it is all that
// they have in common with a Latin layout.
func shortcutKey(key glfw.Key, l layout, isShortcut func(fyne.KeyName) bool) fyne.KeyName {
	character, place := nameOf(l(key)), nameOnUS(key)
	first, second := place, character
	if l.isLatin() {
		first, second = character, place
		if l.types(place) {
			second = fyne.KeyUnknown // that character is on another key
		}
	}
	for _, name := range []fyne.KeyName{first, second} {
		if name != fyne.KeyUnknown && isShortcut(name) {
			return name
		}
	}
	return fyne.KeyUnknown
}

// toolkitKey returns the key that the toolkit takes a press with Ctrl or Cmd for.
func toolkitKey(key glfw.Key, l layout) fyne.KeyName {
	name := nameOf(l(key))
	if name == fyne.KeyUnknown && key >= glfw.KeyA && key <= glfw.KeyZ {
		return nameOnUS(key)
	}
	return name
}

// printable reports whether a key's name depends on the layout.
func printable(key glfw.Key) bool {
	return key >= glfw.KeyApostrophe && key <= glfw.KeyGraveAccent && (key < glfw.Key0 || key > glfw.Key9)
}

// withoutNumLock maps the keys of the keypad to what they are without Num Lock.
var withoutNumLock = map[glfw.Key]glfw.Key{
	glfw.KeyKP0: glfw.KeyInsert, glfw.KeyKPDecimal: glfw.KeyDelete,
	glfw.KeyKP1: glfw.KeyEnd, glfw.KeyKP2: glfw.KeyDown, glfw.KeyKP3: glfw.KeyPageDown,
	glfw.KeyKP4: glfw.KeyLeft, glfw.KeyKP6: glfw.KeyRight,
	glfw.KeyKP7: glfw.KeyHome, glfw.KeyKP8: glfw.KeyUp, glfw.KeyKP9: glfw.KeyPageUp,
}

// keypadKey returns the key that a press means on a system. On the keypad, that depends on Num Lock, which Shift
// reverses except on Windows. macOS has no Num Lock.
func keypadKey(key glfw.Key, mods glfw.ModifierKey, system string) glfw.Key {
	moves, onKeypad := withoutNumLock[key]
	digits := mods&glfw.ModNumLock != 0
	if system != "windows" && mods&glfw.ModShift != 0 {
		digits = !digits
	}
	if !onKeypad || digits || system == "darwin" {
		return key
	}
	return moves
}
