package control

import (
	"cmp"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/scroll"
)

// Typing has the callbacks by which a window learns about typing in its fields.
type Typing struct {
	OnShortcut func(fyne.Shortcut)                     // the user has pressed a shortcut that is not about text
	OnTooLong  func(limit int)                         // a text did not fit into a field of limit characters
	OnMenu     func(menu *fyne.Menu, at fyne.Position) // the user asks for the menu of a field
}

// Entry is a field that passes the keys and shortcuts that it does not use on to the window.
type Entry struct {
	widget.Entry
	Name      string // what the field is for: read out
	OnFocus   func() // called when the field gets the focus
	OnConfirm func() // called for Ctrl+Enter; nil passes that on to the window
	OnEdited  func() // called when the user has changed the text; OnChanged is also called when the program has
	typing    *Typing
	ring      *ring
	MaxLength int         // how many characters the field holds at most
	self      fyne.Widget // the widget that embeds the field, or the field itself
	undo      undoable
	visited   bool // the field has had the focus since the program has set the text
}

// NewEntry returns an empty field that holds at most limit characters.
func NewEntry(t *Typing, limit int) *Entry {
	e := &Entry{}
	e.Begin(e, t, limit)
	return e
}

// Begin initializes an empty field that holds at most limit characters. self is the widget that embeds the field, or the
// field itself.
func (e *Entry) Begin(self fyne.Widget, t *Typing, limit int) {
	e.self, e.typing, e.MaxLength, e.ring = self, t, limit, newRing()
	e.ExtendBaseWidget(self)
}

// SetRingInside draws the focus ring inside the field, because there is no room around it.
func SetRingInside(e *Entry) { e.ring.inside = true }

// TypedKey edits the text, and passes the keys that are not about text on to the window.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF5:
		press.Pass(e.self, k)
		return
	}
	e.edit(func() { e.Entry.TypedKey(k) })
}

// edit makes a change by the user, and calls OnEdited if the text is different afterwards.
func (e *Entry) edit(change func()) {
	before := e.Text
	change()
	if e.Text != before {
		e.undo.edited, e.undo.undone = true, false
		e.edited()
	}
}

func (e *Entry) edited() {
	if e.OnEdited != nil {
		e.OnEdited()
	}
	e.Follow() // the user may have scrolled it out of sight
}

// TypedRune inserts a character, unless it is invisible or the field is full.
func (e *Entry) TypedRune(r rune) {
	switch {
	case isInvisible(r):
	case e.roomLeft() == 0:
		e.typing.OnTooLong(e.MaxLength)
	default:
		e.edit(func() { e.Entry.TypedRune(r) })
	}
}

// roomLeft returns how many characters can be inserted. They replace those that are selected.
func (e *Entry) roomLeft() int {
	return max(0, e.MaxLength-utf8.RuneCountInString(e.Text)+utf8.RuneCountInString(e.SelectedText()))
}

// clean returns text as a field takes it, cut to at most limit characters, and reports whether it was cut.
func clean(e *Entry, text string, limit int) (clean string, cut bool) {
	if e.MultiLine {
		return cleanLines(text, limit)
	}
	return cleanLine(text, limit)
}

// SetText replaces the text. Nothing is selected afterwards.
func (e *Entry) SetText(text string) {
	text, _ = clean(e, text, e.MaxLength)
	if text != e.Text && text != "" && e.SelectedText() != "" {
		onChanged := e.OnChanged
		e.OnChanged = nil
		e.Entry.SetText("")
		e.Entry.DragEnd()
		e.OnChanged = onChanged
	}
	e.Entry.SetText(text)
	if text == "" {
		e.Entry.DragEnd() // the toolkit would go on selecting, so that what is typed next is selected, and is replaced by what follows
	}
	e.undo, e.visited = undoable{first: e.Text}, false
}

func paste(e *Entry, text string) {
	text, cut := clean(e, text, e.roomLeft())
	if text != "" {
		e.edit(func() { insert(e, text) })
	}
	if cut {
		e.typing.OnTooLong(e.MaxLength)
	}
}

// insert inserts a text as it is.
func insert(e *Entry, text string) {
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: cleanClipboard(text)})
}

// TypedShortcut edits the text, and hands shortcuts that are not about text to Typing.OnShortcut.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		if e.OnConfirm != nil && press.IsCommandEnter(s) {
			e.OnConfirm()
			return
		}
		e.typing.OnShortcut(s)
	case *fyne.ShortcutPaste:
		paste(e, s.Clipboard.Content())
		return
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		e.undo.noteUndo(e.Text)
		undo := e.undo
		defer func() { e.undo = undo }()
	}
	e.edit(func() { e.Entry.TypedShortcut(s) })
}

// SelectAll selects the text, so that the next character replaces it. In an empty field the toolkit would go on selecting.
func (e *Entry) SelectAll() {
	if e.Text != "" {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// TabbedInto selects the text of a field of one line, so that what the user types replaces it.
func (e *Entry) TabbedInto() {
	if !e.MultiLine {
		e.SelectAll()
	}
}

// FocusGained shows the focus ring and calls OnFocus. In a text that was filled in, the user goes on at the end; a click sets
// the cursor afterwards.
func (e *Entry) FocusGained() {
	e.ring.focus(true)
	e.Entry.FocusGained()
	if !e.visited && e.CursorRow == 0 && e.CursorColumn == 0 {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) // goes to the end
	}
	e.visited = true
	e.Follow()
}

// Follow implements scroll.Followed.
func (e *Entry) Follow() {
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// Cover implements Coverable.
func (e *Entry) Cover(on bool) { e.ring.cover(on) }

// FocusLost hides the focus ring.
func (e *Entry) FocusLost() {
	e.ring.focus(false)
	e.Entry.FocusLost()
}

// CreateRenderer implements fyne.Widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	says := func() string {
		if e.MultiLine || e.Password && e.Text != "" {
			return ""
		}
		return cmp.Or(e.Text, e.PlaceHolder)
	}
	field := e.Entry.CreateRenderer()
	if e.MultiLine {
		return e.ring.aroundField(e.self, says, field)
	}
	return scroll.WheelOver(e.self, e.ring.aroundField(e.self, says, newLongLine(field)), barRoom())
}

// SetName sets what the field is for. It is shown in the empty field, and read out by screen readers.
func (e *Entry) SetName(name string) {
	e.Name = name
	e.SetPlaceHolder(name)
}

// AccessibilityLabel returns what the field is for, and its text.
func (e *Entry) AccessibilityLabel() string {
	name := cmp.Or(e.Name, e.PlaceHolder)
	if e.Text == "" {
		return name
	}
	return name + ": " + e.Text
}

// AccessibilityRole returns the role of a text: the toolkit has none for a field.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
