package keys

import (
	"maps"
	"slices"
	"sync/atomic"
	"time"

	"accesskeys/client"
)

// list is the list shown, and what tells how it goes with others.
type list struct {
	keys    []client.AccessKey
	places  map[string]int    // in keys, by ID
	edits   int               // how often keys has changed
	fresh   Freshness         // how current it is
	lacks   Shortfall         // what it lacks
	asked   int               // when it was asked for, on the clock
	changes map[string]change // that a list under way may not know of, by ID
}

// change is the outcome of work on a key.
type change struct {
	at    int          // on the clock
	state client.State // the key's state since then
	gone  bool         // the server has no such key since then
}

// find returns the key with an ID, and whether there is one.
func (l *list) find(id string) (client.AccessKey, bool) {
	place, ok := l.places[id]
	if !ok {
		return client.AccessKey{}, false
	}
	return l.keys[place], true
}

// ids returns the IDs of the keys.
func (l *list) ids() map[string]bool {
	ids := make(map[string]bool, len(l.keys))
	for _, a := range l.keys {
		ids[a.ID] = true
	}
	return ids
}

// alive returns nil when a key is in the list and not deleted, else an error that says so.
func (l *list) alive(op, id string) error {
	switch a, ok := l.find(id); {
	case !ok && l.partial():
		return ErrUnseen
	case !ok:
		return &client.Error{Kind: client.KindNotFound, Op: op, Err: ErrNotListed}
	case a.State == client.StateDeleted:
		return &client.Error{Kind: client.KindNotFound, Op: op, Err: ErrDeleted}
	}
	return nil
}

// partial reports whether it is not the whole list. What was deleted since it came is no reason.
func (l *list) partial() bool { return l.lacks != Shortfall{} }

// set takes over keys.
func (l *list) set(keys []client.AccessKey) {
	l.keys = keys
	l.edits++
	l.places = make(map[string]int, len(keys))
	for i, a := range keys {
		l.places[a.ID] = i
	}
}

// note does a change to the list at a time on the clock, and remembers it for lists that are under way.
func (l *list) note(id string, at int, c change) {
	c.at = at
	l.changes[id] = c
	l.set(c.redo(l.keys, id))
}

// redone returns the keys of another list with the changes done to them that it may not know of: those since known.
func (l *list) redone(keys []client.AccessKey, known int) []client.AccessKey {
	// Lists that know less than this one are older, and will not be shown.
	maps.DeleteFunc(l.changes, func(_ string, c change) bool { return c.at <= known })
	for id, c := range l.changes {
		keys = c.redo(keys, id)
	}
	return keys
}

// read takes note of a list that was asked for at asked and came now, and reports whether it lacks something else.
func (l *list) read(asked int, lacks Shortfall, now time.Time) (changed bool) {
	changed = l.lacks != lacks
	l.asked, l.lacks, l.fresh = asked, lacks, Freshness{ReadAt: now, Current: true}
	return changed
}

// unread takes note of why a list that was asked for at asked did not come, unless a younger one did.
func (l *list) unread(err error, asked int, now time.Time) {
	if asked < l.asked || noAttempt(err) {
		return
	}
	if l.fresh.Failure == nil {
		l.fresh.FailedSince = now
	}
	l.fresh.Failure = err
}

// redo does a change to keys that may be older.
func (c change) redo(keys []client.AccessKey, id string) []client.AccessKey {
	place := slices.IndexFunc(keys, func(a client.AccessKey) bool { return a.ID == id })
	switch {
	case place < 0:
	case c.gone:
		keys = slices.Delete(keys, place, place+1)
	default:
		keys[place].State = c.state
	}
	return keys
}

// sameKeys tells whether two lists say the same.
func sameKeys(a, b []client.AccessKey) bool { return slices.EqualFunc(a, b, sameKey) }

func sameKey(a, b client.AccessKey) bool {
	for _, t := range [][2]*time.Time{{&a.CreatedAt, &b.CreatedAt}, {&a.UpdatedAt, &b.UpdatedAt},
		{&a.ValidUntil, &b.ValidUntil}, {&a.DeletedAt, &b.DeletedAt}} {
		if !t[0].Equal(*t[1]) {
			return false
		}
		*t[1] = *t[0] // == compares how it is kept, too
	}
	return a == b
}

// clock orders what happens to keys: it counts the starts of lists and the ends of changes.
type clock struct{ now atomic.Int64 }

// tick returns a time that is later than any before.
func (c *clock) tick() int { return int(c.now.Add(1)) }
