package control

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field that hands on the keys and shortcuts that it has no use for.
type Entry struct {
	widget.Entry
	Name       string // what it is for: read out
	OnKey      func(*fyne.KeyEvent)
	OnShortcut func(fyne.Shortcut)
	OnUsed     func() // something is typed
	OnFocus    func() // it gets the keyboard
	OnCut      func() // something did not fit
	Most       int    // characters
}

// NewEntry returns an empty field that holds most characters.
func NewEntry(most int) *Entry {
	e := &Entry{Most: most}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey hands on the keys that are not about text.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	e.OnUsed()
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF5:
		e.OnKey(k)
		return
	}
	e.Entry.TypedKey(k)
}

// TypedRune takes a character, unless it is invisible.
func (e *Entry) TypedRune(r rune) {
	e.OnUsed()
	switch {
	case invisible(r):
	case e.room() == 0:
		e.OnCut()
	default:
		e.Entry.TypedRune(r)
	}
}

// room is how many more characters it can hold, in place of those that are selected.
func (e *Entry) room() int {
	return max(0, e.Most-utf8.RuneCountInString(e.Text)+utf8.RuneCountInString(e.SelectedText()))
}

// SetText replaces what is in it.
func (e *Entry) SetText(text string) {
	text, _ = cleaned(text, e.Most)
	e.Entry.SetText(text)
}

func (e *Entry) paste(text string) {
	text, cut := cleaned(text, e.room())
	if cut {
		e.OnCut()
	}
	if text != "" {
		e.insert(text)
	}
}

// insert pastes a text as it is.
func (e *Entry) insert(text string) {
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: cleanClipboard(text)})
}

// TypedShortcut hands on what is not about text.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		e.OnShortcut(s)
	case *fyne.ShortcutPaste:
		e.OnUsed()
		e.paste(s.Clipboard.Content())
		return
	}
	e.Entry.TypedShortcut(s)
}

// FocusGained tells of the keyboard.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// SetName says what the field is for, in it while it is empty, and to screen readers.
func (e *Entry) SetName(name string) {
	e.Name = name
	e.SetPlaceHolder(name)
}

// AccessibilityLabel is what the field is for, and what is in it.
func (e *Entry) AccessibilityLabel() string {
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
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
