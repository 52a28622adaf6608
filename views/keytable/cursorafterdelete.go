package keytable

import (
	"slices"

	"accesskeys/app/keys"
)

// sliding moves a list's cursor on by itself.
type sliding struct{ list *List }

// from moves the cursor on to the next key, or the last, where the one that it was on is not its own any more since keys
// were deleted. before is the list as it was.
func (s sliding) from(cursor string, before []keys.Key) {
	l := s.list
	deleted := func(k keys.Key) bool {
		return !l.Shows(k.ID) && (k.Pending == keys.OpDelete || l.Actions.Deleting(k.ID))
	}
	if cursor == "" || l.Selection.Cursor != "" || len(l.Keys) == 0 || !slices.ContainsFunc(before, deleted) {
		return
	}
	shown := func(k keys.Key) bool { return l.Shows(k.ID) }
	i := slices.IndexFunc(before[l.gap:], shown)
	if i < 0 {
		l.Selection.Slide(l.Keys[len(l.Keys)-1].ID)
	} else {
		l.Selection.Slide(before[l.gap+i].ID)
	}
	l.Actions.OnSlide()
}

// meant reports whether what is pressed can be meant for the key at the cursor: not at once after it has slid there.
func (s sliding) meant() bool {
	slid := &s.list.Selection.slid
	*slid = *slid && s.list.Actions.TooSoon()
	return !*slid
}
