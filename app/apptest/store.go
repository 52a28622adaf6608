// Package apptest has a keyring, a system's keyring and a server for tests, which do as they are told.
package apptest

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"

	"accesskeys/app/keyring"
	"accesskeys/client"
)

// Store is a keyring.Store in memory.
type Store struct {
	Mu      sync.Mutex
	Entries map[string]string
	fail    error               // of every call
	Before  func(op, id string) // called without the lock
	Gets    int

	Listless bool // it cannot list what it has
	Locked   bool // a call would ask the user to unlock it

	instead keyring.Store // answers in its place
}

// NewStore returns an empty store.
func NewStore() *Store { return &Store{Entries: map[string]string{}} }

func (f *Store) enter(op, account string) error {
	if f.Before != nil {
		f.Before(op, account)
	}
	f.Mu.Lock()
	defer f.Mu.Unlock()
	return f.fail
}

// FailWith has every call fail with err from now on; nil ends that.
func (f *Store) FailWith(err error) {
	f.Mu.Lock()
	defer f.Mu.Unlock()
	f.fail = err
}

func (f *Store) Get(ctx context.Context, service, account string) (client.Secret, error) {
	if f.instead != nil {
		return f.instead.Get(ctx, service, account)
	}
	if err := f.enter("get", account); err != nil {
		return client.Secret{}, err
	}
	f.Mu.Lock()
	defer f.Mu.Unlock()
	f.Gets++
	value, ok := f.Entries[service+"/"+account]
	if !ok {
		return client.Secret{}, keyring.ErrNotStored
	}
	return client.NewSecret(value), nil
}

func (f *Store) Peek(ctx context.Context, service, account string) (client.Secret, error) {
	if f.instead != nil {
		return f.instead.Peek(ctx, service, account)
	}
	if err := f.Unlocked(ctx); err != nil {
		return client.Secret{}, err
	}
	return f.Get(ctx, service, account)
}

func (f *Store) Set(ctx context.Context, service, account string, s client.Secret) error {
	if f.instead != nil {
		return f.instead.Set(ctx, service, account, s)
	}
	if err := f.enter("set", account); err != nil {
		return err
	}
	f.Mu.Lock()
	defer f.Mu.Unlock()
	f.Entries[service+"/"+account] = s.Reveal()
	return nil
}

func (f *Store) Delete(ctx context.Context, service, account string) error {
	if f.instead != nil {
		return f.instead.Delete(ctx, service, account)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := f.enter("delete", account); err != nil {
		return err
	}
	f.Mu.Lock()
	defer f.Mu.Unlock()
	delete(f.Entries, service+"/"+account)
	return nil
}

func (f *Store) Accounts(ctx context.Context, service string) (accounts []string, err error) {
	if f.instead != nil {
		return f.instead.Accounts(ctx, service)
	}
	if err := f.enter("list", service); err != nil {
		return nil, err
	}
	if f.Listless {
		return nil, errors.ErrUnsupported
	}
	for _, name := range f.Names() {
		if account, ok := strings.CutPrefix(name, service+"/"); ok {
			accounts = append(accounts, account)
		}
	}
	return accounts, nil
}

func (f *Store) Probe(context.Context) error { return f.enter("probe", "") }

func (f *Store) Unlocked(ctx context.Context) error {
	if f.instead != nil {
		return f.instead.Unlocked(ctx)
	}
	f.Mu.Lock()
	defer f.Mu.Unlock()
	if f.Locked {
		return &keyring.Error{Kind: keyring.Locked}
	}
	return nil
}

// StandIn has another store answer from now on.
func (f *Store) StandIn(s keyring.Store) { f.instead = s }

// Names returns what is stored, sorted.
func (f *Store) Names() []string {
	f.Mu.Lock()
	defer f.Mu.Unlock()
	return slices.Sorted(maps.Keys(f.Entries))
}

// Always is for a vault's put.
func Always() bool { return true }

// SecretOf is the secret that a Backend has for a key.
func SecretOf(id string) client.Secret { return client.NewSecret("secret of " + id) }
