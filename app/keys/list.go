package keys

import (
	"maps"
	"slices"
	"sync/atomic"
	"time"

	"accesskeys/client"
)

// list is the list shown, and what is needed to merge it with a list that comes later.
type list struct {
	keys    []client.AccessKey
	places  map[string]int    // in keys, by ID
	edits   int               // how often keys has changed
	fresh   Freshness         // how current it is
	lacks   Shortfall         // what it lacks
	asked   int               // when it was requested, on the clock
	changes map[string]change // those that a list under way may lack, by ID
}

// change is the outcome of work on a key.
type change struct {
	at      int          // on the clock
	state   client.State // the key's state since then
	updated time.Time    // when that was for the server, if it is known: its answer to a change does not tell
	gone    bool         // the server no longer has the key
}

// find returns the key with the ID, and whether there is one.
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

// alive returns nil if the key is in the list and not deleted, or else an error.
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

// partial reports whether the list lacks keys. Keys deleted since it was read do not count.
func (l *list) partial() bool { return l.lacks != Shortfall{} }

// set replaces the keys.
func (l *list) set(keys []client.AccessKey) {
	l.keys = keys
	l.edits++
	l.places = make(map[string]int, len(keys))
	for i, a := range keys {
		l.places[a.ID] = i
	}
}

// record applies a change to the list, made at a time on the clock, and remembers it for lists that are under way.
func (l *list) record(id string, at int, c change) {
	c.at = at
	l.changes[id] = c
	l.set(c.redo(l.keys, id))
}

// redone returns the keys of another list with the changes applied that it may lack: those made after known.
func (l *list) redone(keys []client.AccessKey, known int) []client.AccessKey {
	// Lists that lack more than this one are older and will not be shown.
	maps.DeleteFunc(l.changes, func(_ string, c change) bool { return c.at <= known })
	for id, c := range l.changes {
		keys = c.redo(keys, id)
	}
	return keys
}

// markRead records that a list requested at asked was read, which is as of the time at. It reports whether the shortfall has
// changed.
func (l *list) markRead(asked int, lacks Shortfall, at time.Time) (changed bool) {
	changed = l.lacks != lacks
	l.asked, l.lacks, l.fresh = asked, lacks, Freshness{ReadAt: at, Current: true}
	return changed
}

// markFailed records why a list requested at asked could not be read, unless a newer one was read.
func (l *list) markFailed(err error, asked int, now time.Time) {
	if asked < l.asked || noAttempt(err) {
		return
	}
	if l.fresh.Failure == nil {
		l.fresh.FailedSince = now
	}
	l.fresh.Failure = err
}

// redo applies the change to keys that may be older.
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

// sameKeys reports whether two lists are equal.
func sameKeys(a, b []client.AccessKey) bool { return slices.EqualFunc(a, b, sameKey) }

func sameKey(a, b client.AccessKey) bool {
	for _, t := range [][2]*time.Time{{&a.CreatedAt, &b.CreatedAt}, {&a.UpdatedAt, &b.UpdatedAt},
		{&a.ValidUntil, &b.ValidUntil}, {&a.DeletedAt, &b.DeletedAt}} {
		if !t[0].Equal(*t[1]) {
			return false
		}
		*t[1] = *t[0] // == would also compare the location
	}
	return a == b
}

// clock is a logical clock. It orders events: it ticks when a list is requested and when a change ends.
type clock struct{ now atomic.Int64 }

// tick returns a time that is later than any before.
func (c *clock) tick() int { return int(c.now.Add(1)) }
