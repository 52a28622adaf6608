package keyboard

import (
	"strings"

	"fyne.io/fyne/v2"
)

// questionMarks are those of the scripts that have their own: Arabic, Greek, Armenian, and full width.
const questionMarks = "?\u061f\u037e\u055e\uff1f"

// TypedRune hands on the one character that is a shortcut: it is on another key in every layout.
func TypedRune(r rune, onKey func(*fyne.KeyEvent)) {
	if strings.ContainsRune(questionMarks, r) && onKey != nil {
		onKey(&fyne.KeyEvent{Name: KeyQuestion})
	}
}

const KeyQuestion fyne.KeyName = "?"
