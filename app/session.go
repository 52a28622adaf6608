package app

import (
	"context"
	"sync"
	"time"

	"accesskeys/client"
)

// Session is one sign-in.
type Session struct {
	server  string
	backend Backend
	secret  client.Secret // until it is remembered or given up
	keys    *Keys
	vault   *vault

	mu         sync.Mutex
	remembered bool // the settings name it and the keyring has its secret
	offered    bool // the keyring may have its secret
	ended      bool // logged out

	keeping sync.Mutex // held while the list is being kept
	kept    keptList
}

// newSession returns a session of what the user typed for a server, and of the API that was found there.
func (a *App) newSession(server string, b Backend) *Session {
	vault := a.newVault(b.Endpoint().Base)
	s := &Session{server: server, backend: b, vault: vault, keys: newKeys(b, vault, a.log)}
	s.keys.now = a.now
	return s
}

// Server returns the server as it was typed.
func (s *Session) Server() string { return s.server }

// Endpoint returns the API that was found there.
func (s *Session) Endpoint() client.Endpoint { return s.backend.Endpoint() }

// KeyID returns the ID of the access key that was signed in with.
func (s *Session) KeyID() string { return s.backend.KeyID() }

// Skew returns the server's clock minus ours, 0 when requests are signed with our own.
func (s *Session) Skew() time.Duration { return s.backend.Skew() }

// Version asks the server what it is. Its errors are the client's.
func (s *Session) Version(ctx context.Context) (client.Version, error) {
	return s.backend.Version(ctx)
}

// Keys returns the user's access keys, the same value each time.
func (s *Session) Keys() *Keys { return s.keys }

// Remembered reports whether the next start opens this session by itself. It does not wait for the disk
// or the keyring.
func (s *Session) Remembered() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.remembered
}

// saved is what the settings keep of the session.
func (s *Session) saved() SavedSession {
	return SavedSession{Server: s.server, Endpoint: s.Endpoint(), KeyID: s.KeyID()}
}

// sameKey reports whether both are sign-ins with one key at one server, where the API may have moved.
func (v SavedSession) sameKey(o SavedSession) bool {
	return v.KeyID == o.KeyID && sameOrigin(v.Endpoint.Base, o.Endpoint.Base)
}

// sameOrigin reports whether both are addresses of one server.
func sameOrigin(a, b string) bool {
	of, err := client.Origin(a)
	other, failed := client.Origin(b)
	return err == nil && failed == nil && of == other
}

// account is the session's entry in the keyring.
func (v SavedSession) account() string { return account(v.Endpoint.Base, v.KeyID) }
