package keys

import (
	"time"

	"accesskeys/client"
)

// creates is the creation under way, and those of which it is not known what became of them.
type creates struct {
	busy           bool
	unacknowledged *unacknowledgedCreates // nil where none is
}

// unacknowledgedCreates is keys that may have been created and are not in the list so far.
type unacknowledgedCreates struct {
	count  int
	known  map[string]bool // the keys that were listed before, or reported since
	at     int             // on the clock, when the last of them was lost
	read   bool            // a list came since then, so that New may be pressed again
	looked bool            // a whole list has been read since then
	since  time.Time       // keys made before this were there already, as known may not show; zero where it does
}

// begin marks a creation as under way.
func (c *creates) begin() error {
	switch {
	case c.busy:
		return ErrBusy
	case c.unacknowledged != nil && !c.unacknowledged.read:
		return ErrPending
	}
	c.busy = true
	return nil
}

// end takes the mark away, at a time on the clock. known is the keys that were there before.
func (c *creates) end(made client.Creation, err error, known map[string]bool, at int) {
	c.busy = false
	switch {
	case client.KindOf(err) == client.KindUnconfirmed, err == nil && len(made.NewIDs) == 0:
		c.await(made, known, at)
	case err == nil && c.unacknowledged != nil:
		c.unacknowledged.count -= len(made.NewIDs) - 1
		for _, id := range made.NewIDs {
			c.unacknowledged.known[id] = true
		}
		c.forgetFound()
	}
}

// await has lists searched for a key that is not there so far.
func (c *creates) await(made client.Creation, known map[string]bool, at int) {
	if c.unacknowledged == nil {
		c.unacknowledged = &unacknowledgedCreates{known: known, since: made.Since}
		for _, a := range made.Before {
			c.unacknowledged.known[a.ID] = true
		}
	}
	c.unacknowledged.count++
	c.unacknowledged.at, c.unacknowledged.read = at, made.After.Keys != nil
	c.unacknowledged.looked = c.unacknowledged.read && made.After.Whole()
}

// resolve searches a list for keys that were not there before. One that is not whole says of no key that it is
// missing.
func (c *creates) resolve(list []client.AccessKey, known int, whole bool) []Resolved {
	l := c.unacknowledged
	if l == nil || c.busy {
		return nil // Create reports what is new itself
	}
	var settled []Resolved
	for _, a := range list {
		if !l.known[a.ID] && a.State != client.StateDeleted && !a.CreatedAt.Before(l.since) {
			l.known[a.ID] = true
			l.count--
			settled = append(settled, Resolved{ID: a.ID, Op: OpCreate, Result: ResultDone, State: a.State})
		}
	}
	if whole && len(settled) == 0 && !l.looked && l.at <= known {
		settled = append(settled, Resolved{Op: OpCreate, Result: ResultNotDone})
	}
	l.read = l.read || l.at <= known
	l.looked = l.looked || whole && l.at <= known
	c.forgetFound()
	return settled
}

// forgetFound ends the search once there is nothing left to be found.
func (c *creates) forgetFound() {
	if c.unacknowledged.count <= 0 {
		c.unacknowledged = nil
	}
}
