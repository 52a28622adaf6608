package history

import "accesskeys/views/kit/control"

// FilterField is the field for what is looked for in the history.
type FilterField struct{ control.FilterField }

// newFilterField returns an empty filter; hint says what can be looked for.
func newFilterField(t *control.Typing, hint string) *FilterField {
	f := &FilterField{}
	f.BeginFilter(f, t)
	f.SetName(hint)
	return f
}
