// Package keycheck finds out whether the server accepts an access key: it asks for the key with a request that the key
// itself has signed.
package keycheck

import (
	"context"
	"errors"
	"sync"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/route"
)

// Backend is what a check needs of the session's back end.
type Backend interface {
	// Read reads a key with the session's own key.
	Read(ctx context.Context, id string) (client.AccessKey, error)
	// As returns a client of its own for the same server.
	As(creds client.Credentials) (*client.Client, error)
	Network() route.Network // how the server is reached
}

// Checker checks the keys of one session. It is safe for concurrent use.
type Checker struct {
	list    *keys.Keys
	backend Backend
	now     func() time.Time

	mu             sync.Mutex
	last, answered map[string]Result // by key ID
}

// New returns what checks the keys of a list. now is the time of day.
func New(list *keys.Keys, b Backend, now func() time.Time) *Checker {
	return &Checker{list: list, backend: b, now: now, last: map[string]Result{}, answered: map[string]Result{}}
}

// Check asks the server for a key, signed with that key, for as long as ctx lasts. The secret comes from the vault or
// the server, is kept nowhere, and is dropped when Check returns. The key is not busy meanwhile: a check must keep nobody
// from disabling it.
//
// The list is not read, and the session's own sign-in takes no part in the answer. Once the server has answered, the
// session's key reads the state that the answer is held against.
func (c *Checker) Check(ctx context.Context, id string) Result {
	r := c.check(ctx, id)
	r.KeyID, r.At = id, c.now()
	if !errors.Is(r.Err, context.Canceled) {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.last[id] = r
		if r.Kind.Answered() {
			c.answered[id] = r
		}
	}
	return r
}

// Last returns what came of the last check of a key in this session that was not stopped, and whether there was one.
func (c *Checker) Last(id string) (Result, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	r, ok := c.last[id]
	return r, ok
}

// LastAnswered is Last for the last check that the server answered.
func (c *Checker) LastAnswered(id string) (Result, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	r, ok := c.answered[id]
	return r, ok
}

func (c *Checker) check(ctx context.Context, id string) Result {
	listed, _ := c.list.Find(id)
	revealed, err := keys.RevealBeside(ctx, c.list, id)
	if failure := c.list.Freshness().Failure; errors.Is(err, keys.ErrNotKept) && keys.Offline(failure) && client.KindOf(failure) != client.KindUnreachable {
		err = failure // which says more
	}
	if err != nil {
		return withoutSecret(listed.State, err)
	}
	as, err := c.backend.As(client.Credentials{KeyID: id, Secret: revealed.Secret})
	if err != nil {
		return withoutSecret(listed.State, err)
	}
	key, err := as.Read(ctx, id)
	as.Lock() // which closes its connection too
	if user := keys.RefOf(c.list, id).User; err == nil && user != "" && key.UserID != user {
		err = &client.Error{Kind: client.KindMalformed, Op: "check access key", Err: ErrOtherUser}
	}
	switch client.KindOf(err) {
	case client.KindUnauthorized, client.KindForbidden:
		return refused(c.state(ctx, id, listed.State), err)
	case client.KindClock:
		return Result{Kind: ClockDiffers, State: listed.State, Err: err}
	}
	if err != nil {
		return Result{Kind: Unanswered, State: listed.State, Err: err}
	}
	return accepted(key.State, c.state(ctx, id, listed.State))
}

// state returns the key's state as the session's key reads it now, or where it cannot, as it was listed.
func (c *Checker) state(ctx context.Context, id string, listed client.State) client.State {
	key, err := c.backend.Read(ctx, id)
	if err != nil {
		return listed
	}
	return key.State
}
