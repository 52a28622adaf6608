package selection

import "accesskeys/app/keys"

// Markable reports whether a key can be marked: there is an action on several keys that is possible for it.
func Markable(k *keys.Key) bool { return keys.CanDelete(k.State) }

// MarkableIn returns the IDs of the keys in a list that can be marked.
func MarkableIn(list []keys.Key) []string {
	ids := make([]string, 0, len(list))
	for i := range list {
		if Markable(&list[i]) {
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
		if k := &list[i]; Markable(k) && (!k.Own || s.IsMarked(k.ID) || len(list) == 1) {
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
		if k := &list[i]; Markable(k) && (own || !k.Own) && !s.IsMarked(k.ID) {
			return false
		}
	}
	return s.AnyMarked()
}
