// Package press finds out what a press of a key or of a mouse button means where the toolkit does not: on the keypad
// without Num Lock, for shortcuts on layouts that have other characters than the Latin ones, and when it comes twice.
package press

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// layout is the character that a key types without modifiers, or "".
type layout func(glfw.Key) string

// latinLetters is how many of the 26 letters a layout for a Latin script types at least without modifiers.
const latinLetters = 13

func (l layout) latin() bool {
	letters := 0
	for key := glfw.KeyA; key <= glfw.KeyZ; key++ {
		if name := nameOf(l(key)); name >= fyne.KeyA && name <= fyne.KeyZ {
			letters++
		}
	}
	return letters >= latinLetters
}

// types tells whether any key types a character without modifiers.
func (l layout) types(name fyne.KeyName) bool {
	for key := glfw.KeyApostrophe; key <= glfw.KeyGraveAccent; key++ {
		if nameOf(l(key)) == name {
			return true
		}
	}
	return false
}

// nameOf is what the toolkit calls the key that types a character; "" is none that it has a name for.
func nameOf(typed string) fyne.KeyName {
	if len(typed) != 1 {
		return fyne.KeyUnknown
	}
	if c := typed[0]; c >= 'a' && c <= 'z' {
		return fyne.KeyName(c - 'a' + 'A')
	}
	return fyne.KeyName(typed)
}

// onUS is the name of what a key types on the US layout.
func onUS(key glfw.Key) fyne.KeyName { return fyne.KeyName(rune(key)) }

// meant is the key of a shortcut: by its character on a layout for a Latin script, or else by its place. On other
// layouts it is the other way round, since there the place of the letters is all that they share. Where the
// press means no shortcut, it is "".
func meant(key glfw.Key, l layout, isShortcut func(fyne.KeyName) bool) fyne.KeyName {
	character, place := nameOf(l(key)), onUS(key)
	first, second := place, character
	if l.latin() {
		first, second = character, place
		if l.types(place) {
			second = fyne.KeyUnknown // that is on another key
		}
	}
	for _, name := range []fyne.KeyName{first, second} {
		if name != fyne.KeyUnknown && isShortcut(name) {
			return name
		}
	}
	return fyne.KeyUnknown
}

// toolkits is the key that the toolkit takes a press with Ctrl or Cmd for.
func toolkits(key glfw.Key, l layout) fyne.KeyName {
	name := nameOf(l(key))
	if name == fyne.KeyUnknown && key >= glfw.KeyA && key <= glfw.KeyZ {
		return onUS(key)
	}
	return name
}

// printable tells whether a key's name depends on the layout.
func printable(key glfw.Key) bool {
	return key >= glfw.KeyApostrophe && key <= glfw.KeyGraveAccent && (key < glfw.Key0 || key > glfw.Key9)
}

// unlocked are the keys of the keypad without Num Lock.
var unlocked = map[glfw.Key]glfw.Key{
	glfw.KeyKP0: glfw.KeyInsert, glfw.KeyKPDecimal: glfw.KeyDelete,
	glfw.KeyKP1: glfw.KeyEnd, glfw.KeyKP2: glfw.KeyDown, glfw.KeyKP3: glfw.KeyPageDown,
	glfw.KeyKP4: glfw.KeyLeft, glfw.KeyKP6: glfw.KeyRight,
	glfw.KeyKP7: glfw.KeyHome, glfw.KeyKP8: glfw.KeyUp, glfw.KeyKP9: glfw.KeyPageUp,
}

// keypad is the key that a press means on a system: on the keypad, that depends on Num Lock. Elsewhere than on
// Windows, Shift turns Num Lock round; macOS has none.
func keypad(key glfw.Key, mods glfw.ModifierKey, system string) glfw.Key {
	moves, onKeypad := unlocked[key]
	digits := mods&glfw.ModNumLock != 0
	if system != "windows" && mods&glfw.ModShift != 0 {
		digits = !digits
	}
	if !onKeypad || digits || system == "darwin" {
		return key
	}
	return moves
}
