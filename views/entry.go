package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entry is a field that hands on the keys and shortcuts that it has no use for.
type entry struct {
	widget.Entry
	Name       string // what it is for: read out
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

// TypedKey hands on the keys that are not about text.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	e.OnUsed()
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF5:
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

// SetName says what the field is for, in it while it is empty, and to screen readers.
func (e *entry) SetName(name string) {
	e.Name = name
	e.SetPlaceHolder(name)
}

// AccessibilityLabel is what the field is for, and what is in it.
func (e *entry) AccessibilityLabel() string {
	name := e.Name
	if name == "" {
		name = e.PlaceHolder
	}
	if e.Text == "" {
		return name
	}
	return name + ": " + e.Text
}

// AccessibilityRole is that of a text: the toolkit has none for a field.
func (e *entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
