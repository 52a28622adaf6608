package history

import "accesskeys/views/kit/control"

// FilterField is the field for the text by which the history is filtered.
type FilterField struct{ control.FilterField }

// newFilterField returns an empty filter; hint says what can be searched for.
func newFilterField(t *control.Typing, hint string) *FilterField {
	f := &FilterField{}
	f.BeginFilter(f, t)
	f.SetName(hint)
	return f
}
