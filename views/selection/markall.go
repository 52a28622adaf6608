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

// MarkAllOf marks all keys of a list that can be marked. It leaves out a key that the app signs in with, unless that is
// marked already or the only one, because disabling or deleting it would lock the app out.
func (s *Selection) MarkAllOf(list []keys.Key, signsIn func(*keys.Key) bool) {
	ids := make([]string, 0, len(list))
	for i := range list {
		if k := &list[i]; Markable(k) && (!signsIn(k) || s.IsMarked(k.ID) || len(list) == 1) {
			ids = append(ids, k.ID)
		}
	}
	s.byBoxes = true
	s.MarkAll(ids)
}

// HasAll reports whether all keys are marked that MarkAllOf marks.
func (s *Selection) HasAll(list []keys.Key, signsIn func(*keys.Key) bool) bool {
	return s.has(list, signsIn)
}

// HasEach reports whether all keys are marked that can be, including those that the app signs in with.
func (s *Selection) HasEach(list []keys.Key) bool {
	return s.has(list, func(*keys.Key) bool { return false })
}

func (s *Selection) has(list []keys.Key, except func(*keys.Key) bool) bool {
	for i := range list {
		if k := &list[i]; Markable(k) && !except(k) && !s.IsMarked(k.ID) {
			return false
		}
	}
	return s.AnyMarked()
}
