package notes

import "slices"

// merge applies the difference between seen and note to current, as in a three-way merge. It returns false if both
// sides changed the same field in different ways.
func merge(seen, note, current Note) (merged Note, ok bool) {
	merged = current
	ok = mergeField(seen.Label, note.Label, &merged.Label, equal) &&
		mergeField(seen.Places, note.Places, &merged.Places, slices.Equal) &&
		mergeField(seen.Text, note.Text, &merged.Text, equal)
	return merged, ok
}

func mergeField[T any](seen, wanted T, now *T, equal func(a, b T) bool) bool {
	if equal(wanted, seen) || equal(wanted, *now) {
		return true
	}
	if !equal(*now, seen) {
		return false
	}
	*now = wanted
	return true
}

func equal(a, b string) bool { return a == b }
