package keytable

import "accesskeys/app/keys"

// markable reports whether a key can be marked: there is an action on several keys that is possible for it.
func markable(k *keys.Key) bool { return keys.CanDelete(k.State) }

func (l *List) markable(id string) bool {
	k, ok := l.Key(id)
	return ok && markable(&k)
}

// markableIn returns the IDs of the keys in a list that can be marked.
func markableIn(list []keys.Key) []string {
	ids := make([]string, 0, len(list))
	for i := range list {
		if markable(&list[i]) {
			ids = append(ids, list[i].ID)
		}
	}
	return ids
}

// MarkAllOf marks all keys of a list that can be marked. It leaves out the key that the app is signed in with, unless that
// is marked already or the only one, because disabling or deleting it would lock the app out.
func (s *Selection) MarkAllOf(list []keys.Key) {
	ids := make([]string, 0, len(list))
	for i := range list {
		if k := &list[i]; markable(k) && (!k.Own || s.IsMarked(k.ID) || len(list) == 1) {
			ids = append(ids, k.ID)
		}
	}
	s.byBoxes = true
	s.MarkAll(ids)
}

// HasAll reports whether all keys are marked that MarkAllOf marks.
func (s *Selection) HasAll(list []keys.Key) bool { return s.has(list, false) }

// HasEach reports whether all keys are marked that can be, including the app's own.
func (s *Selection) HasEach(list []keys.Key) bool { return s.has(list, true) }

func (s *Selection) has(list []keys.Key, own bool) bool {
	for i := range list {
		if k := &list[i]; markable(k) && (own || !k.Own) && !s.IsMarked(k.ID) {
			return false
		}
	}
	return s.AnyMarked()
}

// SelectAll selects all keys in the list, as MarkAllOf does.
func (l *List) SelectAll() {
	if len(l.Keys) == 0 {
		return
	}
	l.Selection.MarkAllOf(l.Keys)
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
