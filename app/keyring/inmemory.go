package keyring

import (
	"context"
	"sync"

	"accesskeys/client"
)

// memory is a Store in the memory of the process. It is used if there is no directory for an index of the keyring's
// entries, because entries without an index might never be found and deleted.
type memory struct {
	mu      sync.Mutex
	entries map[memoryEntry]client.Secret
}

type memoryEntry struct{ service, account string }

// NewMemory returns an empty store.
func NewMemory() Store { return &memory{entries: map[memoryEntry]client.Secret{}} }

// Get implements Store.
func (m *memory) Get(_ context.Context, service, account string) (client.Secret, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, ok := m.entries[memoryEntry{service, account}]
	if !ok {
		return client.Secret{}, ErrNotStored
	}
	return s, nil
}

// Peek implements Store.
func (m *memory) Peek(ctx context.Context, service, account string) (client.Secret, error) {
	return m.Get(ctx, service, account)
}

// Set implements Store.
func (m *memory) Set(_ context.Context, service, account string, s client.Secret) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.entries[memoryEntry{service, account}] = s
	return nil
}

// Delete implements Store.
func (m *memory) Delete(_ context.Context, service, account string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.entries, memoryEntry{service, account})
	return nil
}

// Accounts implements Store.
func (m *memory) Accounts(_ context.Context, service string) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var accounts []string
	for e := range m.entries {
		if e.service == service {
			accounts = append(accounts, e.account)
		}
	}
	return accounts, nil
}

// Probe implements Store.
func (m *memory) Probe(context.Context) error { return nil }

// Unlocked implements Store.
func (m *memory) Unlocked(context.Context) error { return nil }
