package keytable

import (
	"slices"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/press"
)

// FocusGained implements fyne.Focusable. If nothing is selected, it selects the first key.
func (l *List) FocusGained() {
	l.focused = true
	if l.lastIndex == 0 {
		l.ChooseFirst()
	}
	l.redraws.Request()
	l.OnFocus()
}

// ChooseFirst selects the first key that is not deleted, or else the first, unless there is a cursor already. So the
// keyboard has a key to act on.
func (l *List) ChooseFirst() {
	if l.Selection.Cursor != "" || len(l.Keys) == 0 {
		return
	}
	first := slices.IndexFunc(l.Keys, func(k keys.Key) bool { return k.State != client.StateDeleted })
	l.Selection.Only(l.Keys[max(first, 0)].ID)
}

// FocusLost implements fyne.Focusable.
func (l *List) FocusLost() {
	l.focused = false
	l.redraws.Request()
	l.OnFocus()
}

// HasLostCursor reports whether the list has the focus, but the cursor is on no key.
func (l *List) HasLostCursor() bool { return l.focused && l.Selection.Cursor == "" }

// TypedKey moves the cursor and acts on the selected keys.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	if !l.Actions.Tools.OnTypedAhead(e) {
		typing{l}.key(e)
	}
}

// TypedRune passes a question mark, which asks for help, on to the window. Any other character begins to filter, except
// a space, which shows a secret by TypedKey.
func (l *List) TypedRune(r rune) {
	if !l.Actions.Tools.OnTypedAhead(r) && r != ' ' && !press.PassRune(l, r) {
		l.OnType(r)
	}
}

// TypedShortcut acts on the selected keys, and hands other shortcuts to OnShortcut.
func (l *List) TypedShortcut(s fyne.Shortcut) {
	if !l.Actions.Tools.OnTypedAhead(s) && !l.HandleShortcut(s) {
		l.OnShortcut(s)
	}
}

// HandleKey acts on the selected keys of a list if the key press is one that does, wherever the focus is. It reports
// whether it is.
func HandleKey(l *List, e *fyne.KeyEvent) bool { return typing{l}.action(e) }

// HandleShortcut acts on the selected keys if the shortcut is one that does, and reports whether it is.
func (l *List) HandleShortcut(s fyne.Shortcut) bool { return typing{l}.shortcut(s) }

// typing handles the key presses of a list.
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
		switch {
		case !l.TakePress(), l.Actions.Presses.IsRepeatedKey():
		case len(l.Keys) == 0:
			l.Actions.Tools.OnEmpty()
		default:
			t.onOne(l.Actions.OnToggleSecret)
		}
	default:
		if !t.action(e) {
			press.Pass(l, e)
		}
	}
}

func (t typing) action(e *fyne.KeyEvent) bool {
	l := t.list
	switch {
	case e.Name == fyne.KeyDelete:
		t.onSelected(l.Actions.OnDelete, l.Actions.OnDeleteAll)
	case e.Name == fyne.KeyF2:
		t.onOne(l.Actions.Tools.OnNote)
	case press.OpensMenu(e):
		l.OpenMenu()
	default:
		return false
	}
	return true
}

func (t typing) shortcut(s fyne.Shortcut) bool {
	l := t.list
	switch s.ShortcutName() {
	case (&fyne.ShortcutCopy{}).ShortcutName():
		t.onOne(l.Actions.OnCopySecret)
	case (&fyne.ShortcutSelectAll{}).ShortcutName():
		l.SelectAll()
	case (&fyne.ShortcutUndo{}).ShortcutName():
		l.Actions.Tools.OnUndo()
	case keyshortcuts.Select().ShortcutName():
		t.on(l.Selection.Cursor, func(id string) { l.Tick(id, 0) })
	case keyshortcuts.Up().ShortcutName():
		t.move(-1, t.moveCursor)
	case keyshortcuts.Down().ShortcutName():
		t.move(1, t.moveCursor)
	case keyshortcuts.CopyID().ShortcutName():
		t.onEach(l.Actions.Tools.OnCopyID)
	case keyshortcuts.CopyAs().ShortcutName():
		t.onOne(l.Actions.Tools.OnCopyAs)
	case keyshortcuts.Details().ShortcutName():
		t.onOne(l.Actions.Tools.OnDetails)
	case keyshortcuts.Replace().ShortcutName():
		t.onOne(l.Actions.Tools.OnReplace)
	case keyshortcuts.Reminder().ShortcutName():
		t.onOne(l.Actions.Tools.OnReminder)
	case keyshortcuts.Check().ShortcutName():
		t.onEach(l.Actions.Tools.OnCheck)
	case keyshortcuts.ToggleState().ShortcutName():
		t.onSelected(l.Actions.OnToggleState, l.Actions.OnToggleStates)
	default:
		return false
	}
	return true
}

// onOne calls action for the key at the cursor. If other keys are marked, the user may mean those, and it only says so.
func (t typing) onOne(action func(id string)) {
	s := &t.list.Selection
	if s.AnyMarked() && (s.Count() > 1 || !s.IsMarked(s.Cursor)) {
		t.list.Actions.OnNotOne(s.Count())
		return
	}
	t.on(s.Cursor, action)
}

// on calls action for a key. It scrolls to the key first, so that nothing is done out of sight.
func (t typing) on(id string, action func(id string)) {
	switch {
	case !t.list.Shows(id):
		t.list.Actions.OnNotOne(0)
	case cursorSlide(t).isMeant():
		scrolling(t).show(t.list.Index[id])
		action(id)
	}
}

// onSelected calls all if several keys are selected, and otherwise one for the selected key.
func (t typing) onSelected(one func(id string), all func(ids []string)) {
	switch ids := t.list.Selected(); len(ids) {
	case 0:
		t.on("", one)
	case 1:
		t.on(ids[0], one)
	default:
		all(ids)
	}
}

// onEach calls action for the selected keys.
func (t typing) onEach(action func(ids []string)) {
	t.onSelected(func(id string) { action([]string{id}) }, action)
}

// pick selects a key, and with Shift also the keys up to it.
func (t typing) pick(id string) { t.list.Pick(id, press.Modifiers()&fyne.KeyModifierShift) }

// moveCursor moves the cursor to a key, and leaves marked keys marked.
func (t typing) moveCursor(id string) {
	if !t.list.Shows(id) {
		return
	}
	t.list.Selection.Move(id)
	scrolling(t).show(t.list.Index[id])
	t.list.redraws.Request()
}

// move calls to with the key that is by rows below the cursor, or with the first or last key if there is none. A
// negative by is above the cursor.
func (t typing) move(by int, to func(id string)) {
	l := t.list
	if len(l.Keys) == 0 {
		return
	}
	i, ok := l.Index[l.Selection.Cursor]
	switch {
	case ok:
	case by > 0:
		i = l.lastIndex - 1
	default:
		i = l.lastIndex
	}
	to(l.Keys[min(max(i+by, 0), len(l.Keys)-1)].ID)
}

// HasFocus reports whether a list has the focus.
func HasFocus(l *List) bool { return l.focused }
