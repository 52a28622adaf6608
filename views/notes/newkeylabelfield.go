package notes

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	appnotes "accesskeys/app/notes"

	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// Asker asks what a new key is for, by a field on its row. The field is in nobody's way: New makes the next key, and what was
// typed about the one before is kept.
type Asker struct {
	editor *Editor
	table  Table
	id     string // of the key that is asked about; "" is none
	field  *askField
	sure   bool // what looks like a secret is none
	saving bool
	ahead  *typedAhead // for the key that is being created; nil while none is
}

// Table is what has the field on one of its rows: the one of which FieldOf returns it.
type Table interface {
	RedrawFields()         // FieldOf returns something else
	ScrollToKey(id string) // messages have taken room from the table
	FocusTable()
	OnTable() bool // nothing but the table would miss the keyboard
	TypedOnTable(fyne.Shortcut)
	TypedKeyOnTable(*fyne.KeyEvent)
}

// NewAsker returns what asks about the new keys of a table.
func NewAsker(e *Editor, t Table) *Asker { return &Asker{editor: e, table: t} }

// FieldOf returns the field on a key's row, nil on most.
func (a *Asker) FieldOf(id string) fyne.CanvasObject {
	if id != a.id || a.field == nil {
		return nil
	}
	return a.field
}

// Ask asks about a key, after keeping what was typed about the one before.
func (a *Asker) Ask(id string) {
	a.Settle()
	free := a.table.OnTable() || a.Focused()
	a.field = newAskField(a)
	a.id, a.sure, a.saving = id, false, false
	typed := a.ahead
	if a.ahead = nil; typed != nil {
		a.field.SetText(typed.text.Text)
		a.field.CursorColumn = typed.text.CursorColumn
	}
	a.table.ScrollToKey(id)
	a.table.RedrawFields()
	if free {
		a.editor.win.Canvas.Focus(a.field)
	}
	if typed != nil && typed.kept {
		a.keep()
	}
}

// Renew makes the field again, in another language or another look.
func (a *Asker) Renew() {
	if a.field != nil {
		text, at := a.field.Text, a.field.CursorColumn
		a.field = newAskField(a)
		a.field.SetText(text)
		a.field.CursorColumn = at
	}
}

// Rest takes the field away if nothing is typed into it.
func (a *Asker) Rest() {
	if a.field != nil && !a.saving && strings.TrimSpace(a.field.Text) == "" {
		a.end()
	}
}

// Settle keeps what was typed, as far as it can be without asking: the next key is asked about.
func (a *Asker) Settle() {
	if a.field == nil || a.saving || strings.TrimSpace(a.field.Text) == "" {
		return
	}
	id := a.id
	a.editor.save(a.change(), func(err error) { a.editor.tell(id, err) })
}

// Leave keeps what was typed, also in the dialog, as the session is left, and says what could not be kept.
func (a *Asker) Leave() {
	a.editor.left = true
	a.Settle()
	a.editor.settle()
	a.ExpectNone()
}

// Unnoted is how many keys nothing is noted about until what was typed is saved.
func (a *Asker) Unnoted() int {
	typed := map[string]bool{}
	for id, d := range a.editor.drafts {
		typed[id] = !d.note.IsZero()
	}
	if a.field != nil && strings.TrimSpace(a.field.Text) != "" {
		typed[a.id] = true
	}
	count := 0
	for id, is := range typed {
		if is && a.editor.of(id).IsZero() {
			count++
		}
	}
	return count
}

func (a *Asker) change() change {
	seen := a.editor.of(a.id)
	note := seen
	note.Label = a.field.Text
	return change{id: a.id, seen: seen, note: note, sure: a.sure}
}

// keep saves the label. The field stays until that is done.
func (a *Asker) keep() {
	switch {
	case a.saving:
	case strings.TrimSpace(a.field.Text) == "":
		a.skip()
	default:
		a.saving = true
		id := a.id
		a.editor.save(a.change(), func(err error) { a.saved(id, err) })
	}
}

func (a *Asker) saved(id string, err error) {
	if a.id != id {
		a.editor.tell(id, err)
		return
	}
	a.saving = false
	said := a.editor.win.Toasts.About("note " + id)
	if err == nil {
		said.Withdraw()
		a.skip()
		return
	}
	a.sure = errors.Is(err, appnotes.ErrLooksSecret)
	said.Error(words.NotNoted(err))
	a.table.ScrollToKey(id)
}

// skip takes the field away.
func (a *Asker) skip() {
	focused := a.Focused()
	delete(a.editor.drafts, a.id)
	a.end()
	if focused {
		a.table.FocusTable()
	}
}

// Focused reports whether the field has the keyboard.
func (a *Asker) Focused() bool {
	return a.field != nil && a.editor.win.Canvas.Focused() == fyne.Focusable(a.field)
}

func (a *Asker) end() {
	a.id, a.field = "", nil
	a.table.RedrawFields()
}

// askField is the field. Enter keeps what is in it, and Escape does not.
type askField struct {
	control.Entry
	asker *Asker
}

func newAskField(a *Asker) *askField {
	f := &askField{asker: a}
	f.Begin(f, a.editor.win.Typing, appnotes.LongestLabel)
	f.RingWithin()
	f.SetName(lang.L("What is it for? (Enter keeps, Esc skips)"))
	f.OnEdited = func() { a.sure = false }
	return f
}

// TypedKey takes the keys that end it, and those that move in the table, where there is nothing here to move in.
func (f *askField) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.asker.keep()
	case fyne.KeyEscape:
		f.asker.skip()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		if f.Text == "" {
			f.asker.skip()
			f.asker.table.TypedKeyOnTable(k)
		}
	default:
		f.Entry.TypedKey(k)
	}
}

// TypedShortcut takes what keeps. While the field is empty, it gives the table what is not about text, and Copy.
func (f *askField) TypedShortcut(s fyne.Shortcut) {
	_, copies := s.(*fyne.ShortcutCopy)
	_, other := s.(*desktop.CustomShortcut)
	switch {
	case saves(s):
		f.asker.keep()
	case f.Text == "" && (copies || other):
		f.asker.table.TypedOnTable(s)
	default:
		f.Entry.TypedShortcut(s)
	}
}
