package history

import (
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/page"
)

// FilterField is the field for the text by which the history is filtered.
type FilterField struct{ control.FilterField }

// newFilterField returns an empty filter; hint says what can be searched for.
func newFilterField(win *page.Window, hint string) *FilterField {
	f := &FilterField{}
	f.BeginFilter(f, win.Typing, win.Tips)
	f.SetName(hint)
	return f
}
