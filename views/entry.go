package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entry is a field that hands on the keys and shortcuts that it has no use for.
type entry struct {
	widget.Entry
	OnKey      func(*fyne.KeyEvent)
	OnShortcut func(fyne.Shortcut)
	OnUsed     func() // something is typed
	OnFocus    func() // it gets the keyboard
}

func newEntry() *entry {
	e := &entry{}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey hands on Escape.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	e.OnUsed()
	if k.Name == fyne.KeyEscape {
		e.OnKey(k)
		return
	}
	e.Entry.TypedKey(k)
}

// TypedRune takes a character.
func (e *entry) TypedRune(r rune) {
	e.OnUsed()
	e.Entry.TypedRune(r)
}

// TypedShortcut hands on what is not about text.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*desktop.CustomShortcut); ok {
		e.OnShortcut(s)
	}
	e.Entry.TypedShortcut(s)
}

// FocusGained tells of the keyboard.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}
