package control

import (
	"cmp"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/wheel"
)

// Typing is what a window learns about typing in its fields.
type Typing struct {
	OnUsed     func()              // the user is at work
	OnShortcut func(fyne.Shortcut) // it has nothing to do with text
	OnTooLong  func(most int)      // something did not fit into a field for so many characters
}

// Field is a field for text: an Entry, or a widget that embeds one.
type Field interface {
	fyne.Focusable
	SelectedText() string
}

// Entry is a field that passes the keys and shortcuts on that it has no use for.
type Entry struct {
	widget.Entry
	Name     string // what it is for: read out
	OnFocus  func() // it gets the keyboard
	OnEdited func() // the user has changed what is in it; OnChanged is called for what the program sets too
	typing   *Typing
	ring     *ring
	Most     int         // characters
	self     fyne.Widget // what it is part of, or itself
}

// NewEntry returns an empty field that holds most characters.
func NewEntry(t *Typing, most int) *Entry {
	e := &Entry{}
	e.Begin(e, t, most)
	return e
}

// Begin makes an Entry that is part of self, or self, an empty field that holds most characters.
func (e *Entry) Begin(self fyne.Widget, t *Typing, most int) {
	e.self, e.typing, e.Most, e.ring = self, t, most, newRing()
	e.ExtendBaseWidget(self)
}

// RingWithin has the ring be in the field and not around it, where there is no room for that.
func (e *Entry) RingWithin() { e.ring.within = true }

// TypedKey passes on the keys that are not about text.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	e.typing.OnUsed()
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF5:
		press.Pass(e.self, k)
		return
	}
	e.edit(func() { e.Entry.TypedKey(k) })
}

// edit makes a change that the user asked for.
func (e *Entry) edit(change func()) {
	before := e.Text
	change()
	if e.Text != before {
		e.edited()
	}
}

func (e *Entry) edited() {
	if e.OnEdited != nil {
		e.OnEdited()
	}
}

// TypedRune takes a character, unless it is invisible.
func (e *Entry) TypedRune(r rune) {
	e.typing.OnUsed()
	switch {
	case invisible(r):
	case e.room() == 0:
		e.typing.OnTooLong(e.Most)
	default:
		e.edit(func() { e.Entry.TypedRune(r) })
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
	if text != "" {
		e.edit(func() { e.insert(text) })
	}
	if cut {
		e.typing.OnTooLong(e.Most)
	}
}

// insert pastes a text as it is.
func (e *Entry) insert(text string) {
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: cleanClipboard(text)})
}

// TypedShortcut passes on what is not about text.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		e.typing.OnShortcut(s)
	case *fyne.ShortcutPaste:
		e.typing.OnUsed()
		e.paste(s.Clipboard.Content())
		return
	}
	e.edit(func() { e.Entry.TypedShortcut(s) })
}

// SelectAll selects what is in it, so that the next character replaces it.
func (e *Entry) SelectAll() { e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// FocusGained shows the ring, and calls OnFocus.
func (e *Entry) FocusGained() {
	e.ring.Show()
	e.Entry.FocusGained()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost takes the ring away.
func (e *Entry) FocusLost() {
	e.ring.Hide()
	e.Entry.FocusLost()
}

// CreateRenderer is how Fyne draws it.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	says := func() string {
		if e.MultiLine || e.Password && e.Text != "" {
			return ""
		}
		return cmp.Or(e.Text, e.PlaceHolder)
	}
	field := e.ring.aroundField(e.self, says, e.Entry.CreateRenderer())
	if e.MultiLine {
		return field
	}
	return wheel.Over(e.self, field)
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
