package apptest

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"accesskeys/client"
	"accesskeys/client/route"
)

// Backend is a server whose answers wait for their turn.
type Backend struct {
	Mu         sync.Mutex
	Keys       []client.AccessKey
	Fail       map[string]error         // by call
	gates      map[string]chan struct{} // a call waits here after the server did what was asked
	asked      map[string]int
	Total      int // as List says; 0 is nothing said
	Torn       bool
	Unreadable int    // as List says
	Lie        string // the key that Get answers about instead
	First      *client.Listing

	secrets map[string]client.Secret // that are not secretOf

	locked bool
}

// NewBackend returns a server with enabled keys.
func NewBackend(ids ...string) *Backend {
	b := &Backend{Fail: map[string]error{}, gates: map[string]chan struct{}{}, asked: map[string]int{}}
	for _, id := range ids {
		b.Keys = append(b.Keys, client.AccessKey{ID: id, State: client.StateEnabled})
	}
	return b
}

// Hold makes the next call of that name wait after it was carried out, and returns what lets it go.
func (b *Backend) Hold(call string) (release func()) {
	b.Mu.Lock()
	defer b.Mu.Unlock()
	gate := make(chan struct{})
	b.gates[call] = gate
	return func() { close(gate) }
}

// Do carries out a call, and comes back when it is let go.
func (b *Backend) Do(ctx context.Context, call string, act func()) error {
	b.Mu.Lock()
	b.asked[call]++
	gate := b.gates[call]
	delete(b.gates, call)
	err := b.Fail[call]
	if err == nil {
		act()
	}
	b.Mu.Unlock()
	if gate != nil {
		select {
		case <-gate:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return err
}

// Calls is how often a call was made.
func (b *Backend) Calls(call string) int {
	b.Mu.Lock()
	defer b.Mu.Unlock()
	return b.asked[call]
}

// Set changes the state of a key. b.Mu is held.
func (b *Backend) Set(id string, state client.State) {
	for i := range b.Keys {
		if b.Keys[i].ID == id {
			b.Keys[i].State = state
		}
	}
}

func (b *Backend) Endpoint() client.Endpoint {
	return client.Endpoint{Base: "http://server/api/v1", TokenFormat: client.FormatSlash}
}

func (b *Backend) KeyID() string       { return "AK1" }
func (b *Backend) Skew() time.Duration { return 0 }

func (b *Backend) Version(context.Context) (client.Version, error) {
	return client.Version{}, errors.New("not asked for here")
}

// FirstList is a list that signing in has read.
func (b *Backend) FirstList() (client.Listing, bool) {
	if b.First == nil {
		return client.Listing{}, false
	}
	list := *b.First
	b.First = nil
	return list, true
}

func (b *Backend) List(ctx context.Context) (list client.Listing, err error) {
	err = b.Do(ctx, "list", func() {
		list = client.Listing{Keys: slices.Clone(b.Keys), Total: b.Total, Unreadable: b.Unreadable, Torn: b.Torn}
	})
	return list, err
}

func (b *Backend) Get(ctx context.Context, id string) (key client.AccessKey, s client.Secret, err error) {
	err = b.Do(ctx, "get", func() {
		if b.Lie != "" {
			id = b.Lie
		}
		key, s = b.answer(id)
	})
	return key, s, err
}

func (b *Backend) Read(ctx context.Context, id string) (key client.AccessKey, err error) {
	err = b.Do(ctx, "read", func() { key = b.find(id) })
	if err == nil && key.ID == "" {
		err = &client.Error{Kind: client.KindNotFound}
	}
	return key, err
}

// answer is what Get knows of a key. b.Mu is held.
func (b *Backend) answer(id string) (client.AccessKey, client.Secret) {
	key := client.AccessKey{ID: id, State: client.StateEnabled}
	for _, k := range b.Keys {
		if k.ID == id {
			key.UpdatedAt = k.UpdatedAt
		}
	}
	if s, replaced := b.secrets[id]; replaced {
		return key, s
	}
	return key, SecretOf(id)
}

// Change has the server change a key at a time, and with a secret that is not zero that too.
func (b *Backend) Change(id string, at time.Time, s client.Secret) {
	b.Mu.Lock()
	defer b.Mu.Unlock()
	for i := range b.Keys {
		if b.Keys[i].ID == id {
			b.Keys[i].UpdatedAt = at
		}
	}
	if !s.IsZero() {
		b.secrets = map[string]client.Secret{id: s}
	}
}

func (b *Backend) Create(ctx context.Context, _ map[string]bool) (made client.Creation, err error) {
	err = b.Do(ctx, "create", func() {
		b.Keys = append(b.Keys, client.AccessKey{ID: "NEW", State: client.StateEnabled})
		made = client.Creation{After: client.Listing{Keys: slices.Clone(b.Keys)}, NewIDs: []string{"NEW"}}
	})
	return made, err
}

func (b *Backend) Enable(ctx context.Context, id string) error {
	return b.Do(ctx, "enable", func() { b.Set(id, client.StateEnabled) })
}

func (b *Backend) Disable(ctx context.Context, id string) error {
	return b.Do(ctx, "disable", func() { b.Set(id, client.StateDisabled) })
}

func (b *Backend) Delete(ctx context.Context, id string) error {
	return b.Do(ctx, "delete", func() { b.Set(id, client.StateDeleted) })
}

func (b *Backend) Lock()                  { b.setLocked(true) }
func (b *Backend) Unlock(s client.Secret) { b.setLocked(false) }
func (b *Backend) CloseIdleConnections()  {}
func (b *Backend) Network() route.Network { return route.Network{} }

func (b *Backend) SetNetwork(route.Network) error { return nil }

// As fails: this server has no address for a client of its own.
func (b *Backend) As(client.Credentials) (*client.Client, error) {
	return nil, errors.New("not asked for here")
}

// IsLocked reports whether the secret to sign with was dropped.
func (b *Backend) IsLocked() bool {
	b.Mu.Lock()
	defer b.Mu.Unlock()
	return b.locked
}

func (b *Backend) setLocked(locked bool) {
	b.Mu.Lock()
	defer b.Mu.Unlock()
	b.locked = locked
}

// find returns a key, or one that is deleted and has no ID. b.Mu is held.
func (b *Backend) find(id string) client.AccessKey {
	for _, k := range b.Keys {
		if k.ID == id {
			return k
		}
	}
	return client.AccessKey{State: client.StateDeleted}
}
