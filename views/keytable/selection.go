package keytable

import (
	"maps"
	"slices"
)

// Selection is which keys are selected, by ID: the one that the cursor is on, or those that are marked.
type Selection struct {
	OnChange func()

	Cursor string
	left   string          // where it was, if that key is not there to be seen
	pivot  string          // from which Shift selects
	marked map[string]bool // where it is not the cursor alone
	boxes  bool            // they were marked by their boxes, so that one alone stays marked
	slid   bool            // nobody has moved the cursor where it is
}

// Only selects one key.
func (s *Selection) Only(id string) {
	s.goTo(id)
	s.mark(nil)
	s.changed()
}

func (s *Selection) goTo(id string) { s.Cursor, s.left, s.pivot, s.slid = id, "", id, false }

// Slide moves the cursor from a key that is gone to another, which nobody has asked for.
func (s *Selection) Slide(id string) {
	s.goTo(id)
	s.slid = true
	s.changed()
}

// Move moves the cursor, and leaves what is marked.
func (s *Selection) Move(id string) {
	s.goTo(id)
	s.changed()
}

// Toggle selects a key beside the others, or no longer.
func (s *Selection) Toggle(id string) {
	marked := s.marks()
	if marked[id] && len(marked) > 1 {
		delete(marked, id)
	} else {
		marked[id] = true
	}
	s.goTo(id)
	s.mark(marked)
	s.changed()
}

// Tick marks a key by its box, or no longer. A cursor that is elsewhere marks nothing by itself.
func (s *Selection) Tick(id string) {
	marked := maps.Clone(s.marked)
	if marked == nil {
		marked = map[string]bool{}
	}
	if marked[id] {
		delete(marked, id)
	} else {
		marked[id] = true
	}
	s.goTo(id)
	s.boxes = true
	s.mark(marked)
	s.changed()
}

// mark marks keys. Of one that is left of several, the cursor says enough: what is pressed next is meant for what is
// seen to be selected.
func (s *Selection) mark(marked map[string]bool) {
	s.marked = marked
	if len(marked) == 1 {
		for id := range marked {
			s.Cursor, s.pivot = id, id
		}
		if !s.boxes {
			s.marked = nil
		}
	}
	if len(s.marked) == 0 {
		s.marked, s.boxes = nil, false
	}
}

// To selects all from where the last selection began to a key. between is the IDs from one key to another.
func (s *Selection) To(id string, between func(a, b string) []string) {
	if s.pivot == "" {
		s.pivot = id
	}
	s.Cursor, s.slid = id, false
	s.All(between(s.pivot, id))
}

// All selects keys; the cursor stays, unless there is only one.
func (s *Selection) All(ids []string) {
	marked := map[string]bool{}
	for _, id := range ids {
		marked[id] = true
	}
	s.mark(marked)
	s.changed()
}

// Keep selects no longer what is not there to be seen, and marks no longer what cannot be. Once nothing of several is left, a key that the cursor
// was on without its being selected is not either. A cursor without a key goes back to the last that it was on, once that is there again.
func (s *Selection) Keep(there, markable func(id string) bool) {
	leftOut := !s.Selects(s.Cursor)
	maps.DeleteFunc(s.marked, func(id string, _ bool) bool { return !markable(id) })
	if leftOut && len(s.marked) == 0 {
		s.Cursor = ""
	}
	s.mark(s.marked)
	switch {
	case s.Cursor == "" && there(s.left):
		s.Cursor = s.left
	case s.Cursor != "" && !there(s.Cursor):
		s.Cursor, s.left = "", s.Cursor
	}
	if !there(s.pivot) {
		s.pivot = s.Cursor
	}
	s.changed()
}

// Take selects what another did.
func (s *Selection) Take(before Selection) {
	s.Cursor, s.left, s.pivot, s.marked, s.boxes = before.Cursor, before.left, before.pivot, before.marked, before.boxes
}

// Selects tells whether a key is selected.
func (s *Selection) Selects(id string) bool {
	if len(s.marked) == 0 {
		return id == s.Cursor && id != ""
	}
	return s.marked[id]
}

// Marks tells whether a key is marked, and not only where the cursor is.
func (s *Selection) Marks(id string) bool { return s.marked[id] }

// Marking tells whether any key is marked.
func (s *Selection) Marking() bool { return len(s.marked) > 0 }

// Marked is how many keys are marked.
func (s *Selection) Marked() int { return len(s.marked) }

// Count is how many keys are selected.
func (s *Selection) Count() int {
	if len(s.marked) == 0 && s.Cursor != "" {
		return 1
	}
	return len(s.marked)
}

// IDs is the selected keys', in no order.
func (s *Selection) IDs() []string { return slices.Collect(maps.Keys(s.marks())) }

func (s *Selection) marks() map[string]bool {
	switch {
	case len(s.marked) > 0:
		return s.marked
	case s.Cursor != "":
		return map[string]bool{s.Cursor: true}
	}
	return map[string]bool{}
}

func (s *Selection) changed() {
	if s.OnChange != nil {
		s.OnChange()
	}
}
