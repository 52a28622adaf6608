package keytable

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/keyboard"
)

// FocusGained is the keyboard coming to the list; with nothing selected, the first key is.
func (l *List) FocusGained() {
	l.focused = true
	if l.gap == 0 {
		l.ChooseFirst()
	}
	l.Refresh()
	l.OnFocus()
}

// ChooseFirst gives the keyboard something to act on, where nothing is selected: a key that is not
// deleted, if there is one.
func (l *List) ChooseFirst() {
	if l.Cursor != "" || len(l.Keys) == 0 {
		return
	}
	first := slices.IndexFunc(l.Keys, func(k keys.Key) bool { return k.State != client.StateDeleted })
	l.Only(l.Keys[max(first, 0)].ID)
}

// FocusLost is the keyboard leaving.
func (l *List) FocusLost() {
	l.focused = false
	l.Refresh()
	l.OnFocus()
}

// Lost tells whether the list has the keyboard, but no key has the cursor.
func (l *List) Lost() bool { return l.focused && l.Cursor == "" }

// TypedKey moves the cursor and acts on what is selected.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	l.OnUsed()
	page := max(1, int(l.Size().Height/l.Layout.Pitch())-1)
	switch e.Name {
	case fyne.KeyDown:
		l.move(1)
	case fyne.KeyUp:
		l.move(-1)
	case fyne.KeyPageDown:
		l.move(page)
	case fyne.KeyPageUp:
		l.move(-page)
	case fyne.KeyHome:
		l.move(-len(l.Keys))
	case fyne.KeyEnd:
		l.move(len(l.Keys))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.Once() {
			l.atCursor(l.OnToggleSecret)
		}
	case fyne.KeyDelete:
		l.onSelected(l.OnDelete, l.OnDeleteAll)
	case desktop.KeyMenu:
		l.OpenMenu()
	default:
		l.typedOther(e)
	}
}

func (l *List) typedOther(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape && l.Count() > 1:
		l.SelectNone()
	case e.Name == fyne.KeyF10 && keyboard.Modifiers() == fyne.KeyModifierShift:
		l.OpenMenu()
	default:
		keyboard.Pass(l, e)
	}
}

// TypedRune passes on what asks for help. Any other character but a space, which shows a secret, begins to filter.
func (l *List) TypedRune(r rune) {
	if r != ' ' && !keyboard.PassRune(l, r) {
		l.OnType(r)
	}
}

// TypedShortcut acts on what is selected, and passes on what is not about that.
func (l *List) TypedShortcut(s fyne.Shortcut) {
	l.OnUsed()
	switch s.ShortcutName() {
	case (&fyne.ShortcutCopy{}).ShortcutName():
		l.atCursor(l.OnCopySecret)
	case (&fyne.ShortcutSelectAll{}).ShortcutName():
		l.SelectAll()
	case ShortcutSelect().ShortcutName():
		l.atCursor(func(id string) { l.Pick(id, fyne.KeyModifierShortcutDefault) })
	case ShortcutCopyID().ShortcutName():
		l.atCursor(l.OnCopyID)
	case ShortcutDetails().ShortcutName():
		l.atCursor(l.OnDetails)
	case ShortcutToggleState().ShortcutName():
		l.onSelected(l.OnToggleState, l.OnToggleStates)
	default:
		l.OnShortcut(s)
	}
}

func (l *List) atCursor(action func(id string)) {
	if l.Shows(l.Cursor) {
		action(l.Cursor)
	}
}

// onSelected acts on the one key that is selected, or on all that are.
func (l *List) onSelected(one func(id string), all func(ids []string)) {
	if l.Count() > 1 {
		all(l.Selected())
		return
	}
	l.atCursor(one)
}

func (l *List) move(by int) {
	if len(l.Keys) == 0 {
		return
	}
	i, ok := l.Place[l.Cursor]
	switch {
	case ok:
	case by > 0:
		i = l.gap - 1
	default:
		i = l.gap
	}
	l.Pick(l.Keys[min(max(i+by, 0), len(l.Keys)-1)].ID, keyboard.Modifiers()&fyne.KeyModifierShift)
}
