package notes

import "slices"

// merge makes the change from seen to note to what is there by now. It fails where both have changed the same field.
func merge(seen, note, there Note) (merged Note, ok bool) {
	merged = there
	ok = field(seen.Label, note.Label, &merged.Label, equal) &&
		field(seen.Places, note.Places, &merged.Places, slices.Equal) &&
		field(seen.Text, note.Text, &merged.Text, equal)
	return merged, ok
}

func field[T any](seen, wanted T, now *T, equal func(a, b T) bool) bool {
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
