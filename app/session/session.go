// Package session signs in and out. It remembers a sign-in for the next start, and deletes from the keyring what nothing
// names any more.
package session

import (
	"context"
	"sync"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
)

// Session is one sign-in.
type Session struct {
	server  string
	backend Backend
	secret  client.Secret // until it is remembered or given up
	keys    *keys.Keys
	checker *keycheck.Checker
	vault   *secrets.Vault
	into    string // the account whose key it may replace; "" is none

	mu         sync.Mutex
	remembered bool // the settings name it and the keyring has its secret
	offered    bool // the keyring may have its secret
	ended      bool // logged out
	succeeded  bool // signed in by Succeed; a demo, which nobody comes back to, counts as not
	left       bool // for another account

	from *Session // whose place it takes, while Succeed remembers it

	keeping sync.Mutex   // held while the list is being kept
	kept    keys.Edition // of the list that is on disk
}

// newSession returns a session of what the user typed for a server, and of the API that was found there.
func (m *Manager) newSession(server string, b Backend) *Session {
	vault := m.NewVault(b.Endpoint().Base)
	list := keys.New(b, vault, m.log, m.now)
	m.history.Follow(list)
	s := &Session{server: server, backend: b, vault: vault, keys: list, checker: keycheck.New(list, b, m.now)}
	keys.UseSignIn(list, signIn{m, s})
	m.pending.adopt(s)
	return s
}

// Server returns the server as it was typed.
func (s *Session) Server() string { return s.server }

// Endpoint returns the API that was found there.
func (s *Session) Endpoint() client.Endpoint { return s.backend.Endpoint() }

// KeyID returns the ID of the access key that was signed in with.
func (s *Session) KeyID() string { return s.backend.KeyID() }

// Network returns how the server is reached.
func (s *Session) Network() route.Network { return s.backend.Network() }

// SetNetwork has the server reached otherwise from now on: what is under way ends as it began. It returns the client's
// errors, of KindSettings and KindPlain; then nothing has changed.
func (s *Session) SetNetwork(n route.Network) error { return s.backend.SetNetwork(n) }

// Version asks the server what it is. Its errors are the client's.
func (s *Session) Version(ctx context.Context) (client.Version, error) {
	return s.backend.Version(ctx)
}

// Keys returns the user's access keys, the same value each time.
func (s *Session) Keys() *keys.Keys { return s.keys }

// Checker returns what finds out whether the server accepts a key, the same value each time.
func (s *Session) Checker() *keycheck.Checker { return s.checker }

// LoadKeys loads the keys for the first time: from the list that signing in has read, or else from the server. Its
// errors are those of Keys.Load.
func (s *Session) LoadKeys(ctx context.Context) error {
	if list, ok := s.backend.FirstList(); ok {
		return s.keys.Take(ctx, list)
	}
	return s.keys.Load(ctx)
}

// Remembered reports whether the next start opens this session by itself. It does not wait for the disk
// or the keyring.
func (s *Session) Remembered() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.remembered
}

// saved is what the settings keep of the session.
func (s *Session) saved() settings.SavedSession {
	return settings.SavedSession{Server: s.server, Endpoint: s.Endpoint(), KeyID: s.KeyID()}
}

// Account returns the account that a session is of, and whether it is listed.
func (s *Session) Account(v settings.Settings) (settings.Account, bool) {
	return v.AccountOf(s.saved())
}

// Ended returns ErrSignedOut once the session is logged out, and nil before.
func (s *Session) Ended() error {
	if s.hasEnded() {
		return keys.ErrSignedOut
	}
	return nil
}

func (s *Session) hasLeft() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.left
}

func (s *Session) hasEnded() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ended
}

// end marks the session logged out, and reports whether the keyring may have its secret.
func (s *Session) end() (offered bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended, s.remembered, s.secret = true, false, client.Secret{}
	return s.offered
}
