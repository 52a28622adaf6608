package app

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"

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

	instead SecretStore // answers in its place
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

func (f *fakeStore) Get(ctx context.Context, service, account string) (client.Secret, error) {
	if f.instead != nil {
		return f.instead.Get(ctx, service, account)
	}
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

func (f *fakeStore) Set(ctx context.Context, service, account string, s client.Secret) error {
	if f.instead != nil {
		return f.instead.Set(ctx, service, account, s)
	}
	if err := f.enter("set", account); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.entries[service+"/"+account] = s.Reveal()
	return nil
}

func (f *fakeStore) Delete(ctx context.Context, service, account string) error {
	if f.instead != nil {
		return f.instead.Delete(ctx, service, account)
	}
	if err := cmp.Or(ctx.Err(), f.enter("delete", account)); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.entries, service+"/"+account)
	return nil
}

func (f *fakeStore) Accounts(ctx context.Context, service string) (accounts []string, err error) {
	if f.instead != nil {
		return f.instead.Accounts(ctx, service)
	}
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

// standIn has another store answer from now on.
func (f *fakeStore) standIn(s SecretStore) { f.instead = s }

// names returns what is stored, sorted.
func (f *fakeStore) names() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Sorted(maps.Keys(f.entries))
}

// always is for a vault's put.
func always() bool { return true }

func secretOf(id string) client.Secret { return client.NewSecret("secret of " + id) }
