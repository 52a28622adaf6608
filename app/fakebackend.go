package app

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"accesskeys/client"
)

// fakeBackend is a server whose answers wait for their turn.
type fakeBackend struct {
	mu         sync.Mutex
	keys       []client.AccessKey
	fail       map[string]error         // by call
	gates      map[string]chan struct{} // a call waits here after the server did what was asked
	asked      map[string]int
	total      int // as List says; 0 is nothing said
	torn       bool
	unreadable int    // as List says
	lie        string // the key that Get answers about instead

	secrets map[string]client.Secret // that are not secretOf

	locked bool
}

func newFakeBackend(ids ...string) *fakeBackend {
	b := &fakeBackend{fail: map[string]error{}, gates: map[string]chan struct{}{}, asked: map[string]int{}}
	for _, id := range ids {
		b.keys = append(b.keys, client.AccessKey{ID: id, State: client.StateEnabled})
	}
	return b
}

// hold makes the next call of that name wait after it was carried out, and returns what lets it go.
func (b *fakeBackend) hold(call string) (release func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	gate := make(chan struct{})
	b.gates[call] = gate
	return func() { close(gate) }
}

// do carries out a call, and comes back when it is let go.
func (b *fakeBackend) do(ctx context.Context, call string, act func()) error {
	b.mu.Lock()
	b.asked[call]++
	gate := b.gates[call]
	delete(b.gates, call)
	err := b.fail[call]
	if err == nil {
		act()
	}
	b.mu.Unlock()
	if gate != nil {
		select {
		case <-gate:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return err
}

func (b *fakeBackend) calls(call string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.asked[call]
}

func (b *fakeBackend) set(id string, state client.State) {
	for i := range b.keys {
		if b.keys[i].ID == id {
			b.keys[i].State = state
		}
	}
}

func (b *fakeBackend) Endpoint() client.Endpoint {
	return client.Endpoint{Base: "http://server/api/v1", Join: client.JoinSlash}
}

func (b *fakeBackend) KeyID() string       { return "AK1" }
func (b *fakeBackend) Skew() time.Duration { return 0 }

func (b *fakeBackend) Version(context.Context) (client.Version, error) {
	return client.Version{}, errors.New("not asked for here")
}

func (b *fakeBackend) List(ctx context.Context) (list client.Listing, err error) {
	err = b.do(ctx, "list", func() {
		list = client.Listing{Keys: slices.Clone(b.keys), Total: b.total, Unreadable: b.unreadable, Torn: b.torn}
	})
	return list, err
}

func (b *fakeBackend) Get(ctx context.Context, id string) (key client.AccessKey, s client.Secret, err error) {
	err = b.do(ctx, "get", func() {
		if b.lie != "" {
			id = b.lie
		}
		key, s = b.answer(id)
	})
	return key, s, err
}

func (b *fakeBackend) Read(ctx context.Context, id string) (key client.AccessKey, err error) {
	err = b.do(ctx, "read", func() { key = b.find(id) })
	if err == nil && key.ID == "" {
		err = &client.Error{Kind: client.KindNotFound}
	}
	return key, err
}

// answer is what Get knows of a key. b.mu is held.
func (b *fakeBackend) answer(id string) (client.AccessKey, client.Secret) {
	key := client.AccessKey{ID: id, State: client.StateEnabled}
	for _, k := range b.keys {
		if k.ID == id {
			key.UpdatedAt = k.UpdatedAt
		}
	}
	if s, replaced := b.secrets[id]; replaced {
		return key, s
	}
	return key, secretOf(id)
}

// change has the server change a key at a time, and with a secret that is not zero that too.
func (b *fakeBackend) change(id string, at time.Time, s client.Secret) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := range b.keys {
		if b.keys[i].ID == id {
			b.keys[i].UpdatedAt = at
		}
	}
	if !s.IsZero() {
		b.secrets = map[string]client.Secret{id: s}
	}
}

func (b *fakeBackend) Create(ctx context.Context) (made client.Creation, err error) {
	err = b.do(ctx, "create", func() {
		b.keys = append(b.keys, client.AccessKey{ID: "NEW", State: client.StateEnabled})
		made = client.Creation{After: client.Listing{Keys: slices.Clone(b.keys)}, NewIDs: []string{"NEW"}}
	})
	return made, err
}

func (b *fakeBackend) Enable(ctx context.Context, id string) error {
	return b.do(ctx, "enable", func() { b.set(id, client.StateEnabled) })
}

func (b *fakeBackend) Disable(ctx context.Context, id string) error {
	return b.do(ctx, "disable", func() { b.set(id, client.StateDisabled) })
}

func (b *fakeBackend) Delete(ctx context.Context, id string) error {
	return b.do(ctx, "delete", func() { b.set(id, client.StateDeleted) })
}

func (b *fakeBackend) Lock()                   { b.setLocked(true) }
func (b *fakeBackend) Unlock(s client.Secret)  { b.setLocked(false) }
func (b *fakeBackend) CloseIdleConnections()   {}
func (b *fakeBackend) Network() client.Network { return client.Network{} }

func (b *fakeBackend) SetNetwork(client.Network) error { return nil }

func (b *fakeBackend) isLocked() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.locked
}

func (b *fakeBackend) setLocked(locked bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.locked = locked
}

// find returns a key, or one that is deleted and has no ID. b.mu is held.
func (b *fakeBackend) find(id string) client.AccessKey {
	for _, k := range b.keys {
		if k.ID == id {
			return k
		}
	}
	return client.AccessKey{State: client.StateDeleted}
}
