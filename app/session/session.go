// Package session signs in and out. It remembers sign-ins for the next start, and deletes from the keyring what is no
// longer needed.
package session

import (
	"context"
	"sync"
	"time"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/delay"
	"accesskeys/client/route"
)

// Session is one sign-in.
type Session struct {
	server  string
	backend Backend
	secret  client.Secret // until it is stored or dropped
	keys    *keys.Keys
	checker *keycheck.Checker
	pending *pendingOutcomes
	vault   *secrets.Vault
	began   time.Time // when signing in began
	into    string    // the ID of the account whose key it may replace; "" is none

	mu         sync.Mutex
	remembered bool  // the settings name it and the keyring has its secret
	offered    bool  // the keyring may have its secret
	ended      bool  // logged out
	succeeded  bool  // signed in by Succeed, and not ephemeral
	unsaved    error // why Remember has failed
	left       bool  // for another account
	eachTime   bool  // the user chose not to stay signed in

	from *Session // the session that it replaces, while Succeed calls Remember

	keeping sync.Mutex   // held while the list is written
	kept    keys.Edition // of the list on disk
}

// newSession returns a session. server is as the user typed it, and b is the API that was found there.
func (m *Manager) newSession(server string, b Backend) *Session {
	vault := m.NewVault(b.Endpoint().Base)
	list := keys.New(b, vault, m.log, m.now)
	m.history.Follow(list)
	s := &Session{server: server, backend: b, vault: vault, keys: list, checker: keycheck.New(list, b, m.now), pending: m.pending}
	keys.UseSignIn(list, signIn{m, s})
	m.pending.adopt(s)
	return s
}

// Server returns the server as it was typed.
func (s *Session) Server() string { return s.server }

// Endpoint returns the API that was found at the server.
func (s *Session) Endpoint() client.Endpoint { return s.backend.Endpoint() }

// KeyID returns the ID of the access key that was signed in with.
func (s *Session) KeyID() string { return s.backend.KeyID() }

// Network returns how the server is reached.
func (s *Session) Network() route.Network { return s.backend.Network() }

// SetNetwork changes how the server is reached by the requests that begin from now on. It returns the client's errors of
// KindSettings and KindPlain; then nothing has changed.
func (s *Session) SetNetwork(n route.Network) error { return s.backend.SetNetwork(n) }

// Version asks the server for its version. Its errors are the client's.
func (s *Session) Version(ctx context.Context) (client.Version, error) {
	return s.backend.Version(ctx)
}

// Keys returns the user's access keys, the same value each time.
func (s *Session) Keys() *keys.Keys { return s.keys }

// Checker returns the checker of the session's keys, the same value each time.
func (s *Session) Checker() *keycheck.Checker { return s.checker }

// LoadKeys loads the keys for the first time, from the list that signing in has read if there is one. It waits a while for
// changes that another process asks for. It does not wait where the server asks for that: the caller tries again. Its errors
// are those of Keys.Load.
func (s *Session) LoadKeys(ctx context.Context) error {
	waited := s.pending.awaitOthers(ctx, s)
	if list, ok := s.backend.FirstList(); ok && !waited {
		return s.keys.Take(ctx, list, s.began)
	}
	return s.keys.Load(delay.WithoutWaits(ctx))
}

// Remembered reports whether the next start can open this session without asking for the secret. It does not wait for the
// disk or the keyring.
func (s *Session) Remembered() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.remembered
}

// saved returns the session as the settings name it.
func (s *Session) saved() settings.SavedSession {
	return settings.SavedSession{Server: s.server, Endpoint: s.Endpoint(), KeyID: s.KeyID()}
}

// Account returns the session's account, and whether it is listed in v. The account may have another key, which the
// session's has not replaced.
func (s *Session) Account(v settings.Settings) (settings.Account, bool) {
	return v.AccountFor(s.saved(), s.into)
}

// OtherAccounts returns the other accounts at the session's server, by the ID of their key.
func (s *Session) OtherAccounts(v settings.Settings) map[string]settings.Account {
	return settings.OthersAt(v.Accounts, s.saved())
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

// end marks the session as logged out. It reports whether the keyring may have its secret.
func (s *Session) end() (offered bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended, s.remembered, s.secret = true, false, client.Secret{}
	return s.offered
}
