package press

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Pass hands a key that a control does not use to the control's window.
func Pass(control fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(control)
	if c == nil || c.OnTypedKey() == nil {
		return
	}
	c.OnTypedKey()(e)
}

// PassRune hands r to the control's window if it is a question mark, and reports whether it is.
func PassRune(control fyne.CanvasObject, r rune) bool {
	return TypedRune(r, func(e *fyne.KeyEvent) { Pass(control, e) })
}

// questionMarks has the Latin question mark, and those of Arabic, Greek, Armenian and full-width scripts.
const questionMarks = "?\u061f\u037e\u055e\uff1f"

// KeyQuestion is the name of the question mark as a key. Layouts have it on different keys.
const KeyQuestion fyne.KeyName = "?"

// TypedRune calls onKey with KeyQuestion if r is a question mark, the only character that is a shortcut, and reports
// whether it is.
func TypedRune(r rune, onKey func(*fyne.KeyEvent)) bool {
	is := strings.ContainsRune(questionMarks, r)
	if is {
		onKey(&fyne.KeyEvent{Name: KeyQuestion})
	}
	return is
}
