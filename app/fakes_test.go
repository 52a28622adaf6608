package app

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"accesskeys/client"
)

// fakeStore is a SecretStore in memory.
type fakeStore struct {
	mu      sync.Mutex
	entries map[string]string
	fail    error               // of every call
	before  func(op, id string) // called without the lock
	gets    int

	listless bool // it cannot list what it has
}

func newFakeStore() *fakeStore { return &fakeStore{entries: map[string]string{}} }

func (f *fakeStore) enter(op, account string) error {
	if f.before != nil {
		f.before(op, account)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.fail
}

func (f *fakeStore) failWith(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.fail = err
}

func (f *fakeStore) Get(_ context.Context, service, account string) (client.Secret, error) {
	if err := f.enter("get", account); err != nil {
		return client.Secret{}, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.gets++
	value, ok := f.entries[service+"/"+account]
	if !ok {
		return client.Secret{}, ErrNotStored
	}
	return client.NewSecret(value), nil
}

func (f *fakeStore) Set(_ context.Context, service, account string, s client.Secret) error {
	if err := f.enter("set", account); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.entries[service+"/"+account] = s.Reveal()
	return nil
}

func (f *fakeStore) Delete(ctx context.Context, service, account string) error {
	if err := cmp.Or(ctx.Err(), f.enter("delete", account)); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.entries, service+"/"+account)
	return nil
}

func (f *fakeStore) Accounts(_ context.Context, service string) (accounts []string, err error) {
	if err := f.enter("list", service); err != nil {
		return nil, err
	}
	if f.listless {
		return nil, errors.ErrUnsupported
	}
	for _, name := range f.names() {
		if account, ok := strings.CutPrefix(name, service+"/"); ok {
			accounts = append(accounts, account)
		}
	}
	return accounts, nil
}

func (f *fakeStore) Probe(context.Context) error { return f.enter("probe", "") }

// names returns what is stored, sorted.
func (f *fakeStore) names() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Sorted(maps.Keys(f.entries))
}

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
	err = b.do(ctx, "read", func() { key = found(b.keys, id) })
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

// fakeConnector opens one back end.
type fakeConnector struct {
	backend Backend
	creds   client.Credentials // it was last opened with
	network client.Network
	address string
	fail    error
}

func (c *fakeConnector) SignIn(_ context.Context, address string, creds client.Credentials, n client.Network) (Backend, error) {
	c.address, c.creds, c.network = address, creds, n
	return c.backend, c.fail
}

func (c *fakeConnector) Resume(_ client.Endpoint, creds client.Credentials, n client.Network) (Backend, error) {
	c.creds, c.network = creds, n
	return c.backend, c.fail
}

// stored returns the IDs that a vault lists.
func stored(t testing.TB, v *vault) []string {
	t.Helper()
	all, err := v.index.of(v.base)
	must(t, err)
	return slices.Sorted(maps.Keys(all))
}

// always is for a vault's put.
func always() bool { return true }

// anyStamp is for a vault's get.
func anyStamp(stamp) bool { return true }

func secretOf(id string) client.Secret { return client.NewSecret("secret of " + id) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func equal[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func equalSlices[T comparable](t testing.TB, what string, got []T, want ...T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// update changes an application's settings.
func update(t testing.TB, a *App, apply func(*Settings)) {
	t.Helper()
	_, err := a.settings.update(apply)
	must(t, err)
}
