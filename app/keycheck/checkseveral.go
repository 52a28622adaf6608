package keycheck

import (
	"context"
	"errors"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// inVain is after how many keys in a row a server that cannot be worked with ends the checks of several.
const inVain = 2

// Several is what came of checking several keys.
type Several struct {
	Results []Result // in the order of the keys
	Left    []string // the keys that were not checked
	Err     error    // why not: what the next one would have failed of too, or context.Canceled
}

// StillAccepted returns the IDs of the keys that the server accepts although they are not enabled.
func (s Several) StillAccepted() (ids []string) {
	for _, r := range s.Results {
		if r.Kind == AcceptedInactive {
			ids = append(ids, r.KeyID)
		}
	}
	return ids
}

// CheckAll checks keys one after another, each as Check does, until ctx ends; tell is called at the beginning of each.
func (c *Checker) CheckAll(ctx context.Context, ids []string, tell func(keys.Step)) Several {
	var all Several
	failed := 0
	for i, id := range ids {
		tell(keys.Step{Number: i + 1, Count: len(ids), ID: id})
		r := c.limited(ctx, id)
		if ctx.Err() != nil {
			all.Left, all.Err = ids[i:], ctx.Err()
			return all
		}
		all.Results = append(all.Results, r)
		if r.Kind == Unanswered && useless(r.Err) {
			failed++
		} else {
			failed = 0
		}
		if failed == inVain || client.KindOf(r.Err) == client.KindLocked {
			all.Left, all.Err = ids[i+1:], r.Err
			return all
		}
	}
	return all
}

// limited checks a key in the time that one has.
func (c *Checker) limited(ctx context.Context, id string) Result {
	ctx, cancel := context.WithTimeout(ctx, c.backend.Network().WaitLimit())
	defer cancel()
	return c.Check(ctx, id)
}

// useless reports whether an error is about the server, or about the session's own key, so that the next check may fail
// of it too.
func useless(err error) bool {
	return keys.Offline(err) || errors.Is(err, keys.ErrNotKept) || keys.Rejected(err)
}
