package keytable

import "accesskeys/app/keys"

// markable tells whether there is anything that can be done to a key with others.
func markable(k *keys.Key) bool { return keys.CanDelete(k.State) }

func (l *List) markable(id string) bool {
	k, ok := l.Key(id)
	return ok && markable(&k)
}

// markableIn is the IDs of the keys of a list that can be marked.
func markableIn(list []keys.Key) []string {
	ids := make([]string, 0, len(list))
	for i := range list {
		if markable(&list[i]) {
			ids = append(ids, list[i].ID)
		}
	}
	return ids
}

// AllOf selects all keys of a list to which anything can be done. The key that the app is signed in with is left out, unless it is marked already:
// what is done to all keys would lock the app out.
func (s *Selection) AllOf(list []keys.Key) {
	ids := make([]string, 0, len(list))
	for i := range list {
		if k := &list[i]; markable(k) && (!k.Own || s.Marks(k.ID) || len(list) == 1) {
			ids = append(ids, k.ID)
		}
	}
	s.boxes = true
	s.All(ids)
}

// HasAll reports whether AllOf would select no other key.
func (s *Selection) HasAll(list []keys.Key) bool { return s.has(list, false) }

// HasEach reports whether every key is marked to which anything can be done, the app's own too.
func (s *Selection) HasEach(list []keys.Key) bool { return s.has(list, true) }

func (s *Selection) has(list []keys.Key, own bool) bool {
	for i := range list {
		if k := &list[i]; markable(k) && (own || !k.Own) && !s.Marks(k.ID) {
			return false
		}
	}
	return s.Marking()
}

// SelectAll selects every key that is shown, but not the app's own.
func (l *List) SelectAll() {
	if len(l.Keys) == 0 {
		return
	}
	l.Selection.AllOf(l.Keys)
	l.redraws.want()
}

// SelectNone leaves only the cursor.
func (l *List) SelectNone() {
	l.Selection.Only(l.Selection.Cursor)
	l.redraws.want()
}

// ToggleAll selects all keys, or none if SelectAll would select no other.
func ToggleAll(l *List) {
	if l.Selection.HasAll(l.Keys) {
		l.SelectNone()
	} else {
		l.SelectAll()
	}
}
