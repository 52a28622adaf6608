package keytable

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/press"
)

// FocusGained is the keyboard coming to the list; with nothing selected, the first key is.
func (l *List) FocusGained() {
	l.focused = true
	if l.gap == 0 {
		l.ChooseFirst()
	}
	l.redraws.want()
	l.OnFocus()
}

// ChooseFirst gives the keyboard something to act on, where nothing is selected: a key that is not
// deleted, if there is one.
func (l *List) ChooseFirst() {
	if l.Selection.Cursor != "" || len(l.Keys) == 0 {
		return
	}
	first := slices.IndexFunc(l.Keys, func(k keys.Key) bool { return k.State != client.StateDeleted })
	l.Selection.Only(l.Keys[max(first, 0)].ID)
}

// FocusLost is the keyboard leaving.
func (l *List) FocusLost() {
	l.focused = false
	l.redraws.want()
	l.OnFocus()
}

// Lost tells whether the list has the keyboard, but no key has the cursor.
func (l *List) Lost() bool { return l.focused && l.Selection.Cursor == "" }

// TypedKey moves the cursor and acts on what is selected.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	l.OnUsed()
	if !l.Actions.Tools.Ahead(e) {
		typing{l}.key(e)
	}
}

// TypedRune passes on what asks for help. Any other character but a space, which shows a secret, begins to filter.
func (l *List) TypedRune(r rune) {
	if !l.Actions.Tools.Ahead(r) && r != ' ' && !press.PassRune(l, r) {
		l.OnType(r)
	}
}

// TypedShortcut acts on what is selected, and passes on what is not about that.
func (l *List) TypedShortcut(s fyne.Shortcut) {
	l.OnUsed()
	if !l.Actions.Tools.Ahead(s) && !l.Does(s) {
		l.OnShortcut(s)
	}
}

// Does acts on what is selected, and reports whether a shortcut is about that.
func (l *List) Does(s fyne.Shortcut) bool { return typing{l}.shortcut(s) }

// typing is what key presses do in a list.
type typing struct{ list *List }

func (t typing) key(e *fyne.KeyEvent) {
	l := t.list
	page := max(1, int(l.Size().Height/l.Layout.Pitch())-1)
	switch e.Name {
	case fyne.KeyDown:
		t.move(1, t.pick)
	case fyne.KeyUp:
		t.move(-1, t.pick)
	case fyne.KeyPageDown:
		t.move(page, t.pick)
	case fyne.KeyPageUp:
		t.move(-page, t.pick)
	case fyne.KeyHome:
		t.move(-len(l.Keys), t.pick)
	case fyne.KeyEnd:
		t.move(len(l.Keys), t.pick)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.Once() {
			t.atCursor(l.Actions.OnToggleSecret)
		}
	case fyne.KeyDelete:
		t.onSelected(l.Actions.OnDelete, l.Actions.OnDeleteAll)
	case fyne.KeyF2:
		t.atCursor(l.Actions.Tools.OnNote)
	case desktop.KeyMenu:
		l.OpenMenu()
	default:
		t.other(e)
	}
}

func (t typing) other(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape && t.list.Selection.Marking():
		t.list.SelectNone()
	case e.Name == fyne.KeyF10 && press.Modifiers() == fyne.KeyModifierShift:
		t.list.OpenMenu()
	default:
		press.Pass(t.list, e)
	}
}

func (t typing) shortcut(s fyne.Shortcut) bool {
	l := t.list
	switch s.ShortcutName() {
	case (&fyne.ShortcutCopy{}).ShortcutName():
		t.atCursor(l.Actions.OnCopySecret)
	case (&fyne.ShortcutSelectAll{}).ShortcutName():
		l.SelectAll()
	case (&fyne.ShortcutUndo{}).ShortcutName():
		l.Actions.Tools.OnUndo()
	case keyshortcuts.Select().ShortcutName():
		t.atCursor(l.Tick)
	case keyshortcuts.Up().ShortcutName():
		t.move(-1, t.moveCursor)
	case keyshortcuts.Down().ShortcutName():
		t.move(1, t.moveCursor)
	case keyshortcuts.CopyID().ShortcutName():
		t.atCursor(l.Actions.Tools.OnCopyID)
	case keyshortcuts.CopyAs().ShortcutName():
		t.atCursor(l.Actions.Tools.OnCopyAs)
	case keyshortcuts.Details().ShortcutName():
		t.atCursor(l.Actions.Tools.OnDetails)
	case keyshortcuts.Replace().ShortcutName():
		t.atCursor(l.Actions.Tools.OnReplace)
	case keyshortcuts.Reminder().ShortcutName():
		t.atCursor(l.Actions.Tools.OnReminder)
	case keyshortcuts.Check().ShortcutName():
		t.onSelected(func(id string) { l.Actions.Tools.OnCheck([]string{id}) }, l.Actions.Tools.OnCheck)
	case keyshortcuts.ToggleState().ShortcutName():
		t.onSelected(l.Actions.OnToggleState, l.Actions.OnToggleStates)
	default:
		return false
	}
	return true
}

// atCursor acts on the key at the cursor, and scrolls to it: nothing is done out of sight.
func (t typing) atCursor(action func(id string)) {
	if id := t.list.Selection.Cursor; t.list.Shows(id) {
		if !sliding(t).meant() {
			return
		}
		scrolling(t).show(t.list.Place[id])
		action(id)
		return
	}
	t.list.Actions.OnNoKey()
}

// onSelected acts on the one key that is selected, or on all that are.
func (t typing) onSelected(one func(id string), all func(ids []string)) {
	if t.list.Selection.Count() > 1 {
		all(t.list.Selected())
		return
	}
	t.atCursor(one)
}

// pick selects a key, with Shift also those up to it.
func (t typing) pick(id string) { t.list.Pick(id, press.Modifiers()&fyne.KeyModifierShift) }

// moveCursor moves the cursor to a key, and leaves what is marked.
func (t typing) moveCursor(id string) {
	if !t.list.Shows(id) {
		return
	}
	t.list.Selection.Move(id)
	scrolling(t).show(t.list.Place[id])
	t.list.redraws.want()
}

// move gives to the key that is so many rows from the cursor, or the first or last.
func (t typing) move(by int, to func(id string)) {
	l := t.list
	if len(l.Keys) == 0 {
		return
	}
	i, ok := l.Place[l.Selection.Cursor]
	switch {
	case ok:
	case by > 0:
		i = l.gap - 1
	default:
		i = l.gap
	}
	to(l.Keys[min(max(i+by, 0), len(l.Keys)-1)].ID)
}

// HasFocus reports whether a list has the keyboard.
func HasFocus(l *List) bool { return l.focused }
