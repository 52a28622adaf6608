package shell

import (
	"context"
	"strings"
	"sync"

	"accesskeys/app/keyring"
	"accesskeys/client"
)

// memoryStore is a keyring in memory.
type memoryStore struct {
	mu      sync.Mutex
	secrets map[string]client.Secret
	err     error // what every call answers, if set
	asking  bool  // it seems to ask the user
	asked   int   // how many calls that would ask the user to unlock it have answered err
}

func (m *memoryStore) InCall() bool { return m.asking }

func (m *memoryStore) Get(_ context.Context, service, account string) (client.Secret, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.err != nil {
		m.asked++
		return client.Secret{}, m.err
	}
	s, ok := m.secrets[service+"\n"+account]
	if !ok {
		return client.Secret{}, keyring.ErrNotStored
	}
	return s, nil
}

func (m *memoryStore) Set(_ context.Context, service, account string, s client.Secret) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.err != nil {
		m.asked++
		return m.err
	}
	m.secrets[service+"\n"+account] = s
	return nil
}

func (m *memoryStore) Accounts(_ context.Context, service string) (accounts []string, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for name := range m.secrets {
		if account, ok := strings.CutPrefix(name, service+"\n"); ok {
			accounts = append(accounts, account)
		}
	}
	return accounts, m.err
}

func (m *memoryStore) Peek(ctx context.Context, service, account string) (client.Secret, error) {
	if err := m.Probe(ctx); err != nil {
		return client.Secret{}, err
	}
	return m.Get(ctx, service, account)
}

func (m *memoryStore) Unlocked(ctx context.Context) error { return m.Probe(ctx) }

func (m *memoryStore) Probe(context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.err
}

func (m *memoryStore) Delete(_ context.Context, service, account string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.err != nil {
		m.asked++
		return m.err
	}
	delete(m.secrets, service+"\n"+account)
	return nil
}

// memoryClipboard is a clipboard in memory.
type memoryClipboard struct {
	secret  client.Secret
	err     error // what Copy and Clear answer, if set
	closed  bool
	cleared int
}

func (m *memoryClipboard) Attach(uintptr) {}

func (m *memoryClipboard) Copy(_ context.Context, s client.Secret) error {
	if m.err == nil {
		m.secret = s
	}
	return m.err
}

func (m *memoryClipboard) Clear(context.Context) error {
	if m.err == nil {
		m.secret = client.Secret{}
		m.cleared++
	}
	return m.err
}

func (m *memoryClipboard) Held() bool { return !m.secret.IsZero() }

// replaced has another program put something else on the clipboard.
func (m *memoryClipboard) replaced() { m.secret = client.Secret{} }

func (m *memoryClipboard) Marks(context.Context) bool { return m.err == nil }

func (m *memoryClipboard) Close() { m.closed = true }
