package keytable

import (
	"slices"

	"accesskeys/app/keys"
)

// cursorSlide moves the cursor of a list to another key when its key was deleted.
type cursorSlide struct{ list *List }

// afterDelete moves the cursor to the key after the one that it was on, or to the last key, if that one is gone because
// keys were deleted, here or while the user was in another account: returned is whether the cursor has stayed where ReturnTo
// has put it. before is the list as it was.
func (s cursorSlide) afterDelete(cursor string, before []keys.Key, returned bool) {
	l := s.list
	deleted := func(k keys.Key) bool {
		return !l.Shows(k.ID) && (k.Pending == keys.OpDelete || l.Actions.Deleting(k.ID))
	}
	if cursor == "" || l.Selection.Cursor != "" || len(l.Keys) == 0 || !returned && !slices.ContainsFunc(before, deleted) {
		return
	}
	if len(before) == 0 {
		s.to(l.Keys[min(l.lastIndex, len(l.Keys)-1)].ID)
		return
	}
	shown := func(k keys.Key) bool { return l.Shows(k.ID) }
	i := slices.IndexFunc(before[l.lastIndex:], shown)
	if i < 0 {
		s.to(l.Keys[len(l.Keys)-1].ID)
	} else {
		s.to(before[l.lastIndex+i].ID)
	}
}

// to moves the cursor to a key.
func (s cursorSlide) to(id string) {
	s.list.Selection.Slide(id)
	s.list.Actions.Presses.Changed()
}

// isMeant reports whether a key press can be meant for the key at the cursor. It cannot right after the cursor slid
// there.
func (s cursorSlide) isMeant() bool {
	if !s.list.Actions.Presses.TooSoon() {
		s.list.Selection.EndSlide()
	}
	return !s.list.Selection.Slid()
}
