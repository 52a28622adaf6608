package press

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Pass gives a key that a control has no use for to the window that the control is in.
func Pass(control fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(control)
	if c == nil || c.OnTypedKey() == nil {
		return
	}
	c.OnTypedKey()(e)
}

// PassRune does so with the one character that is a shortcut, as TypedRune does, and reports whether it is that one.
func PassRune(control fyne.CanvasObject, r rune) bool {
	return TypedRune(r, func(e *fyne.KeyEvent) { Pass(control, e) })
}

// questionMarks are those of the scripts that have their own: Arabic, Greek, Armenian, and full width.
const questionMarks = "?\u061f\u037e\u055e\uff1f"

// KeyQuestion is the question mark, which is on another key in every layout.
const KeyQuestion fyne.KeyName = "?"

// TypedRune calls onKey with the one character that is a shortcut, and reports whether it is that one.
func TypedRune(r rune, onKey func(*fyne.KeyEvent)) bool {
	is := strings.ContainsRune(questionMarks, r)
	if is {
		onKey(&fyne.KeyEvent{Name: KeyQuestion})
	}
	return is
}
