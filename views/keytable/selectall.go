package keytable

import "accesskeys/views/selection"

func (l *List) markable(id string) bool {
	k, ok := l.Key(id)
	return ok && selection.Markable(&k)
}

// SelectAll selects all keys in the list, as MarkAllOf does.
func (l *List) SelectAll() {
	if len(l.Keys) == 0 {
		return
	}
	l.Selection.MarkAllOf(l.Keys)
	if !l.Selection.HasEach(l.Keys) {
		l.Actions.Tools.OnOwnLeftOut()
	}
	l.redraws.Request()
}

// SelectNone unmarks all keys. Only the key at the cursor is selected then.
func (l *List) SelectNone() {
	l.Selection.Only(l.Selection.Cursor)
	l.redraws.Request()
}

// ToggleAll selects all keys, or none if SelectAll would change nothing.
func ToggleAll(l *List) {
	if l.Selection.HasAll(l.Keys) {
		l.SelectNone()
	} else {
		l.SelectAll()
	}
}
