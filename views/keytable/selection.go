package keytable

import (
	"maps"
	"slices"
)

// selection is which keys are selected, by ID: the one that the cursor is on, or several beside it.
type selection struct {
	OnSelection func() // it has changed

	Cursor string
	pivot  string          // from which Shift selects
	marked map[string]bool // where it is not the cursor alone
}

// Only selects one key.
func (s *selection) Only(id string) {
	s.Cursor, s.pivot, s.marked = id, id, nil
	s.changed()
}

// Toggle selects a key beside the others, or no longer.
func (s *selection) Toggle(id string) {
	marked := s.marks()
	if marked[id] && len(marked) > 1 {
		delete(marked, id)
	} else {
		marked[id] = true
	}
	s.Cursor, s.pivot, s.marked = id, id, marked
	s.GoVitalErr()
	s.changed()
}

// GoVitalErr puts the cursor on the one key that is left of several: what is pressed next is meant for what is
// seen to be selected.
func (s *selection) GoVitalErr() {
	if len(s.marked) != 1 {
		return
	}
	for id := range s.marked {
		s.Cursor, s.pivot = id, id
	}
	s.marked = nil
}

// To selects all from where the last selection began to a key. between is the IDs from one key to another.
func (s *selection) To(id string, between func(a, b string) []string) {
	if s.pivot == "" {
		s.pivot = id
	}
	s.Cursor = id
	s.All(between(s.pivot, id))
}

// All selects keys; the cursor stays, unless there is only one.
func (s *selection) All(ids []string) {
	s.marked = map[string]bool{}
	for _, id := range ids {
		s.marked[id] = true
	}
	s.GoVitalErr()
	s.changed()
}

// Keep selects no longer what is not there to be seen. Once nothing of several is left, a key that the cursor
// was on without its being selected is not either.
func (s *selection) Keep(there func(id string) bool) {
	leftOut := !s.Selects(s.Cursor)
	maps.DeleteFunc(s.marked, func(id string, _ bool) bool { return !there(id) })
	if leftOut && len(s.marked) == 0 {
		s.Cursor = ""
	}
	s.GoVitalErr()
	if !there(s.Cursor) {
		s.Cursor = ""
	}
	if !there(s.pivot) {
		s.pivot = s.Cursor
	}
	s.changed()
}

// Take selects what another did.
func (s *selection) Take(before selection) {
	s.Cursor, s.pivot, s.marked = before.Cursor, before.pivot, before.marked
}

// Selects tells whether a key is selected.
func (s *selection) Selects(id string) bool {
	if len(s.marked) == 0 {
		return id == s.Cursor && id != ""
	}
	return s.marked[id]
}

// Count is how many keys are selected.
func (s *selection) Count() int { return len(s.marks()) }

// IDs is the selected keys', in no order.
func (s *selection) IDs() []string { return slices.Collect(maps.Keys(s.marks())) }

func (s *selection) marks() map[string]bool {
	switch {
	case len(s.marked) > 0:
		return s.marked
	case s.Cursor != "":
		return map[string]bool{s.Cursor: true}
	}
	return map[string]bool{}
}

func (s *selection) changed() {
	if s.OnSelection != nil {
		s.OnSelection()
	}
}
