package notes

import (
	"errors"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	appnotes "accesskeys/app/notes"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/toast"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/words"
)

// Asker asks what a new key is for, by a field in the key's row. The user need not answer: New creates the next key
// nevertheless, and saves what was typed about the one before.
type Asker struct {
	OnInput func() // called when the user types about a new key, or answers or skips the question

	editor *Editor
	table  Table
	id     string // the ID of the key that is asked about, or ""
	field  *askField
	saving bool
	asked  time.Time     // when the field last said how what was typed is discarded or kept; zero if that no longer holds
	how    string        // what it said then
	ahead  []*typedAhead // the text for each key that is being created, or will be after that
}

// Table is the table that shows the field in the row of the key for which FieldOf returns it.
type Table interface {
	RedrawFields()         // called when FieldOf returns something else
	ScrollToKey(id string) // also called after a message, which may take room from the table
	FocusTable()
	OnTable() bool  // reports whether the table or nothing has the focus, so that it can be taken
	OnScreen() bool // reports whether the table is shown, with nothing over it
	TypedOnTable(fyne.Shortcut)
	TypedKeyOnTable(*fyne.KeyEvent)
}

// NewAsker returns an Asker for the new keys of a table.
func NewAsker(e *Editor, t Table) *Asker { return &Asker{OnInput: func() {}, editor: e, table: t} }

// FieldOf returns the field for a key's row, or nil if there is none.
func (a *Asker) FieldOf(id string) fyne.CanvasObject {
	if id != a.id || a.field == nil {
		return nil
	}
	return a.field
}

// Ask asks about a key, after saving what was typed about the one before.
func (a *Asker) Ask(id string) {
	a.saveTyped()
	free := a.table.OnTable() || a.focused()
	a.field = newAskField(a)
	a.id, a.saving = id, false
	typed := a.takeFirst()
	if typed != nil {
		a.field.SetText(typed.text.Text)
		a.field.CursorColumn = typed.text.CursorColumn
	}
	a.table.ScrollToKey(id)
	a.table.RedrawFields()
	if free {
		a.editor.win.Canvas.Focus(a.field)
	} else {
		a.LeaveSoon()
	}
	if typed != nil && typed.entered {
		a.saveLabel()
	}
}

// Rebuild makes the field again, because the language or the theme has changed.
func (a *Asker) Rebuild() {
	if a.field != nil {
		text, at := a.field.Text, a.field.CursorColumn
		a.field = newAskField(a)
		a.field.SetText(text)
		a.field.CursorColumn = at
	}
}

// DismissIfEmpty removes the field if it is empty.
func (a *Asker) DismissIfEmpty() {
	if a.field != nil && !a.saving && !a.hasText() {
		a.end()
	}
}

// CursorAt removes the field, and saves what was typed, if the cursor of the table is on another key than the field: the
// user has gone on.
func (a *Asker) CursorAt(id string) {
	if a.field != nil && !a.saving && id != a.id && !a.focused() {
		a.GoOn(a.id)
	}
}

// leaveAfter is how long after it has lost the keyboard the field is removed: when the click that took it has ended, and
// what it opened is there.
const leaveAfter = 200 * time.Millisecond

// LeaveSoon removes a field with a text soon, and saves the text, unless the field has the keyboard then. If a dialog or
// another page is shown then, the field stays, because it gets the keyboard again afterwards.
func (a *Asker) LeaveSoon() {
	f := a.field
	if f == nil {
		return
	}
	a.editor.win.Tasks.After(leaveAfter, func() {
		if a.field == f && !a.saving && !a.editor.left && a.hasText() && !a.focused() && a.table.OnScreen() {
			a.GoOn(a.id)
		}
	})
}

// escape discards what was typed, at the second Escape: the first says so.
func (a *Asker) escape() {
	if !a.hasText() || a.saving || warned(a, pressAgain()) {
		a.dismiss()
	}
}

// warned says at the field how what was typed is discarded or kept. It reports whether that was said before, and still holds.
func warned(a *Asker, how string) bool {
	if isWarned(a, how) {
		return true
	}
	a.keepTyped()
	a.table.ScrollToKey(a.id)
	win := a.editor.win
	if a.asked, a.how = win.Tasks.Now(), how; !a.focused() || !win.Tips.TellAtFocus(win.Canvas, how) {
		a.keepTyped()
		warning(a).Note(how)
		a.table.ScrollToKey(a.id)
	}
	return false
}

func isWarned(a *Asker, how string) bool {
	return warning(a).Says(how) || a.how == how && a.editor.win.Tasks.Now().Before(a.asked.Add(tooltip.TellTime))
}

// warning is the subject of the message how what was typed is discarded or kept, where that is not said at the field.
func warning(a *Asker) toast.Subject { return a.editor.win.Toasts.About("warning of a label") }

// keepTyped has another attempt to discard what was typed, or to keep what looks like a secret, ask again.
func (a *Asker) keepTyped() {
	warning(a).Withdraw()
	if !a.asked.IsZero() {
		a.asked = time.Time{}
		a.editor.win.Tips.Withdraw(a.field)
	}
}

// GoOn removes the field if it is in the row of one of the keys, and saves what was typed.
func (a *Asker) GoOn(ids ...string) {
	if a.field == nil || !slices.Contains(ids, a.id) {
		return
	}
	a.saveTyped()
	a.end()
}

// saveTyped saves what was typed. It does not wait for the user to correct it, because the user has gone on. A text that
// looks like a secret is not saved, even if the user was warned of it.
func (a *Asker) saveTyped() {
	a.keepTyped()
	if a.saving || !a.hasText() {
		return
	}
	id := a.id
	a.editor.save(a.change(), func(err error) { a.editor.tellFailure(id, err) })
}

// hasText reports whether there is a field, with a text.
func (a *Asker) hasText() bool { return a.field != nil && strings.TrimSpace(a.field.Text) != "" }

// TypedLabel returns the label that is being typed about a key, or "".
func TypedLabel(a *Asker, id string) string {
	if a.id != id || a.field == nil {
		return ""
	}
	return appnotes.Note{Label: a.field.Text}.Clean().Fit().Label
}

func (a *Asker) change() change {
	seen := a.editor.noteOf(a.id)
	note := seen
	note.Label = a.field.Text
	return change{id: a.id, before: seen, note: note, in: appnotes.FieldLabel}
}

// edited is called when the user has changed the text.
func (a *Asker) edited() {
	a.OnInput()
	a.keepTyped()
	a.table.ScrollToKey(a.id)
	if words.PastLimit(appnotes.Note{Label: a.field.Text}.Clean()) != "" {
		a.editor.win.Typing.OnTooLong(appnotes.LongestLabel)
	}
}

// saveLabel saves the label. The field stays until it is saved.
func (a *Asker) saveLabel() {
	switch {
	case a.saving:
	case !a.hasText():
		a.dismiss()
	default:
		id, c := a.id, a.change()
		c.confirmed = isWarned(a, words.LabelLooksSecret())
		a.keepTyped()
		a.saving = true
		a.editor.save(c, func(err error) { a.saved(id, err) })
	}
}

func (a *Asker) saved(id string, err error) {
	if a.id != id {
		a.editor.tellFailure(id, err)
		return
	}
	a.saving = false
	switch {
	case err == nil:
		a.end()
	case errors.Is(err, appnotes.ErrLooksSecret):
		a.editor.said(id).Withdraw()
		warned(a, words.LabelLooksSecret())
	default:
		a.editor.said(id).Error(words.NotNoted(err))
		a.table.ScrollToKey(id)
	}
}

// dismiss removes the field without saving.
func (a *Asker) dismiss() {
	a.keepTyped()
	a.editor.drop(a.id)
	a.end()
}

// focused reports whether the field has the focus.
func (a *Asker) focused() bool {
	return a.field != nil && a.editor.win.Canvas.Focused() == fyne.Focusable(a.field)
}

// TakeFocus gives the keyboard to a field with a text, such as after unlocking. It reports whether a field has the
// keyboard then.
func (a *Asker) TakeFocus() bool {
	if a.hasText() && !a.focused() {
		a.focus()
	}
	return a.focused()
}

// TakeFocusBack gives the keyboard to a field, with a text or not, after a click that did nothing but take it away.
func (a *Asker) TakeFocusBack() {
	if a.field != nil && a.editor.win.Canvas.Focused() == nil && a.table.OnTable() {
		a.focus()
	}
}

func (a *Asker) focus() {
	a.table.ScrollToKey(a.id)
	a.table.RedrawFields()
	a.editor.win.Canvas.Focus(a.field)
}

// end removes the field. The keyboard goes from it to the list.
func (a *Asker) end() {
	focused := a.focused()
	a.id, a.field = "", nil
	if a.table.RedrawFields(); focused {
		a.table.FocusTable()
	}
}

// askField is the field of an Asker. Enter saves its text, Escape discards it, pressed twice.
type askField struct {
	control.Entry
	asker *Asker
}

func newAskField(a *Asker) *askField {
	f := &askField{asker: a}
	f.Begin(f, a.editor.win.Typing, mostTyped)
	control.SetRingInside(&f.Entry)
	f.SetName(askName())
	f.OnEdited = a.edited
	return f
}

func askName() string { return lang.L("What is it for? (Enter keeps, Esc skips)") }

// Resize implements fyne.Widget. A field that has no room for the keys only asks.
func (f *askField) Resize(size fyne.Size) {
	room := size.Width - 2*theme.InnerPadding()
	asks := askName()
	if style.Measure(asks, style.SizeText, fyne.TextStyle{}) > room {
		asks = style.Fitted(words.AskPurpose(), room, style.SizeText)
	}
	if asks != f.PlaceHolder {
		f.SetPlaceHolder(asks)
	}
	f.Entry.Resize(size)
}

// FocusLost implements fyne.Focusable.
func (f *askField) FocusLost() {
	f.Entry.FocusLost()
	f.asker.LeaveSoon()
}

// TypedKey handles the keys that end the field. If the field is empty, it leaves the keys that move the cursor to the
// table.
func (f *askField) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.asker.OnInput()
		f.asker.saveLabel()
	case fyne.KeyEscape:
		f.asker.OnInput()
		f.asker.escape()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		f.asker.OnInput()
		if f.Text == "" {
			f.asker.dismiss()
			f.asker.table.TypedKeyOnTable(k)
		}
	default:
		f.asker.keepTyped()
		f.Entry.TypedKey(k)
	}
}

// TypedShortcut handles the shortcut that saves. If the field is empty, it leaves Copy and the shortcuts that are not
// about text to the table.
func (f *askField) TypedShortcut(s fyne.Shortcut) {
	_, copies := s.(*fyne.ShortcutCopy)
	_, other := s.(*desktop.CustomShortcut)
	switch {
	case press.IsCommandEnter(s):
		f.asker.OnInput()
		f.asker.saveLabel()
	case f.Text == "" && (copies || other):
		f.asker.table.TypedOnTable(s)
	default:
		f.Entry.TypedShortcut(s)
	}
}
