// Package selection holds which keys of a list are selected.
package selection

import (
	"maps"
	"slices"
)

// Selection holds which keys are selected, by ID: the marked keys, or if none is marked, the key at the cursor.
type Selection struct {
	OnChange func()

	Cursor     string
	goneCursor string          // the key that the cursor was on, if that is no longer in the list
	pivot      string          // the key from which Shift selects
	marked     map[string]bool // nil if none is marked
	byBoxes    bool            // the keys were marked by their boxes, so that a single one stays marked
	slid       bool            // the cursor was moved by Slide, and not by the user
	returned   bool            // the cursor is where Return has put it
}

// Only selects one key and moves the cursor to it.
func (s *Selection) Only(id string) {
	s.goTo(id)
	s.mark(nil)
	s.changed()
}

func (s *Selection) goTo(id string) {
	s.Cursor, s.goneCursor, s.pivot, s.slid, s.returned = id, "", id, false, false
}

// Return is Only for the key that was selected when the user left the list.
func (s *Selection) Return(id string) {
	s.Only(id)
	s.returned = true
}

// Returned reports whether the cursor is where Return has put it, and the list was not current since.
func (s *Selection) Returned() bool { return s.returned }

// EndReturn takes the key at the cursor for one like any other, because the list is current.
func (s *Selection) EndReturn() { s.returned = false }

// Slide moves the cursor away from a key that is gone. The user has not asked for it.
func (s *Selection) Slide(id string) {
	s.goTo(id)
	s.slid = true
	s.changed()
}

// Slid reports whether the cursor is where Slide has moved it.
func (s *Selection) Slid() bool { return s.slid }

// EndSlide takes the key at the cursor for the user's choice, although Slide has moved the cursor there.
func (s *Selection) EndSlide() { s.slid = false }

// Move moves the cursor, and leaves marked keys marked.
func (s *Selection) Move(id string) {
	s.goTo(id)
	s.changed()
}

// Toggle adds a key to the selected ones, or removes it. The last one stays selected.
func (s *Selection) Toggle(id string) {
	marked := s.selected()
	if marked[id] && len(marked) > 1 {
		delete(marked, id)
	} else {
		marked[id] = true
	}
	s.goTo(id)
	s.mark(marked)
	s.changed()
}

// Tick marks a key by its box, or unmarks it. Unlike Toggle, it does not mark the key that was selected only by the
// cursor.
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
	s.byBoxes = true
	s.mark(marked)
	s.changed()
}

// mark sets the marked keys. If only one is left, the cursor moves to it, so that the next key press acts on the key
// that the user sees selected, and unless it was marked by its box, it is no longer marked.
func (s *Selection) mark(marked map[string]bool) {
	s.marked = marked
	if len(marked) == 1 {
		for id := range marked {
			s.Cursor, s.pivot = id, id
		}
		if !s.byBoxes {
			s.marked = nil
		}
	}
	if len(s.marked) == 0 {
		s.marked, s.byBoxes = nil, false
	}
}

// ExtendTo selects all keys from the one where the last selection began to id. between returns the IDs from one key to
// another.
func (s *Selection) ExtendTo(id string, between func(a, b string) []string) {
	if s.pivot == "" {
		s.pivot = id
	}
	s.Cursor, s.slid, s.returned = id, false, false
	s.MarkAll(between(s.pivot, id))
}

// MarkAll marks keys. The cursor stays, unless there is only one key.
func (s *Selection) MarkAll(ids []string) {
	marked := map[string]bool{}
	for _, id := range ids {
		marked[id] = true
	}
	s.mark(marked)
	s.changed()
}

// Update updates the selection for a changed list. there reports whether a key is in the list, and markable whether it
// can be marked; other keys are unmarked. If that leaves none, a key that only had the cursor does not become selected:
// the cursor is on no key then. A cursor without a key returns to the key that it was on, once that is in the list
// again.
func (s *Selection) Update(there, markable func(id string) bool) {
	leftOut := !s.IsSelected(s.Cursor)
	maps.DeleteFunc(s.marked, func(id string, _ bool) bool { return !markable(id) })
	if leftOut && len(s.marked) == 0 {
		s.Cursor = ""
	}
	s.mark(s.marked)
	switch {
	case s.Cursor == "" && there(s.goneCursor):
		s.Cursor = s.goneCursor
	case s.Cursor != "" && !there(s.Cursor):
		s.Cursor, s.goneCursor = "", s.Cursor
	}
	if !there(s.pivot) {
		s.pivot = s.Cursor
	}
	s.changed()
}

// CopyFrom copies another selection.
func (s *Selection) CopyFrom(before Selection) {
	s.Cursor, s.goneCursor, s.pivot, s.marked, s.byBoxes = before.Cursor, before.goneCursor, before.pivot, before.marked, before.byBoxes
}

// IsSelected reports whether a key is selected.
func (s *Selection) IsSelected(id string) bool {
	if len(s.marked) == 0 {
		return id == s.Cursor && id != ""
	}
	return s.marked[id]
}

// IsMarked reports whether a key is marked, and not selected only by the cursor.
func (s *Selection) IsMarked(id string) bool { return s.marked[id] }

// AnyMarked reports whether any key is marked.
func (s *Selection) AnyMarked() bool { return len(s.marked) > 0 }

// MarkedCount returns how many keys are marked.
func (s *Selection) MarkedCount() int { return len(s.marked) }

// Count returns how many keys are selected.
func (s *Selection) Count() int { return len(s.selected()) }

// IDs returns the IDs of the selected keys, in no particular order.
func (s *Selection) IDs() []string { return slices.Collect(maps.Keys(s.selected())) }

func (s *Selection) selected() map[string]bool {
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
