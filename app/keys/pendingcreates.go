package keys

import (
	"time"

	"accesskeys/client"
)

// creates is whether a creation is under way, and those whose outcome is not known.
type creates struct {
	busy    bool
	pending *pendingCreates // nil if there are none

	readFirst bool // what the server says of times does not tell a new key from others, so a list is read just before
}

// pendingCreates is keys that may have been created but are not in the list so far.
type pendingCreates struct {
	count  int
	known  map[string]bool // the keys that were listed before, or reported since
	at     int             // on the clock, when the last creation ended
	read   bool            // a list was read since then, so that Create may be called again
	looked bool            // a whole list was read since then
	since  time.Time       // keys created before this are not new, even if known lacks them; zero if it lacks none
}

// begin marks a creation as under way.
func (c *creates) begin() error {
	switch {
	case c.busy:
		return ErrBusy
	case c.pending != nil && !c.pending.read:
		return ErrPending
	}
	c.busy = true
	return nil
}

// end marks the creation as over, at a time on the clock. known is the keys that were listed before.
func (c *creates) end(made client.Creation, err error, known map[string]bool, at int) {
	c.busy = false
	switch {
	case client.KindOf(err) == client.KindUnconfirmed, err == nil && len(made.NewIDs) == 0:
		c.await(made, known, at)
	case err == nil && c.pending != nil:
		c.pending.count -= len(made.NewIDs) - 1
		for _, id := range made.NewIDs {
			c.pending.known[id] = true
		}
		c.forgetFound()
	}
}

// await adds a key that lists are searched for from now on.
func (c *creates) await(made client.Creation, known map[string]bool, at int) {
	if c.pending == nil {
		c.pending = &pendingCreates{known: known, since: made.Since}
		for _, a := range made.Before {
			c.pending.known[a.ID] = true
		}
	}
	c.pending.count++
	c.pending.at, c.pending.read = at, made.After.Keys != nil
	c.pending.looked = c.pending.read && made.After.Whole()
}

// resolve searches a list for keys that were not there before. Only a whole list shows that there is none.
func (c *creates) resolve(list []client.AccessKey, known int, whole bool) []Resolved {
	l := c.pending
	if l == nil || c.busy {
		return nil // Create reports what is new itself
	}
	var resolved []Resolved
	for _, a := range list {
		if !l.known[a.ID] && a.State != client.StateDeleted && !a.CreatedAt.Before(l.since) {
			l.known[a.ID] = true
			l.count--
			resolved = append(resolved, Resolved{ID: a.ID, Op: OpCreate, Result: ResultDone, State: a.State})
		}
	}
	if whole && len(resolved) == 0 && !l.looked && l.at <= known {
		resolved = append(resolved, Resolved{Op: OpCreate, Result: ResultNotDone})
	}
	l.read = l.read || l.at <= known
	l.looked = l.looked || whole && l.at <= known
	c.forgetFound()
	return resolved
}

// forgetFound ends the search once all keys are found.
func (c *creates) forgetFound() {
	if c.pending.count <= 0 {
		c.pending = nil
	}
}
