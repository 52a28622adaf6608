package session

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
)

// SignIn signs in with what a user typed or pasted, blanks and line ends around it included. It does not touch the
// keyring, and does not wait for the disk: the caller goes on with Remember or Forget, and LoadKeys. The server is
// reached as Networks say. Its errors are the client's.
func (m *Manager) SignIn(ctx context.Context, server string, creds client.Credentials) (*Session, error) {
	server = route.TrimPasted(server)
	creds = client.Credentials{
		KeyID:  route.TrimPasted(creds.KeyID),
		Secret: client.NewSecret(route.TrimPasted(creds.Secret.Reveal())),
	}
	backend, err := m.connector.SignIn(ctx, server, creds, m.networks.Of(server))
	if err != nil {
		m.signInFailed(creds.KeyID, err)
		return nil, err
	}
	if m.ephemeral {
		m.sweepBriefly(ctx)
	}
	m.ForgetLeftovers(ctx)
	// A link that was pasted may carry a token there, which settings must not keep.
	server, _, _ = strings.Cut(server, "#")
	server, _, _ = strings.Cut(server, "?")
	m.settings.Change(func(s *settings.Settings) { s.Server = server })
	s := m.newSession(server, backend)
	s.secret = creds.Secret
	s.keys.Known.Learn(creds.Secret)
	m.history.Record(s.event(history.SignIn))
	return s, nil
}

// Resume opens the remembered session without using the network, with the list that was kept of it, if any.
// It returns ErrSignedOut when there is none, ErrNotStored when the keyring no longer has its secret, the
// keyring's errors, and the client's of KindSettings and KindPlain: then the session is still remembered.
func (m *Manager) Resume(ctx context.Context) (*Session, error) {
	saved := m.settings.Get().Session
	if saved == nil {
		m.lists.Remove() // a log out may have been cut off before it did
		return nil, keys.ErrSignedOut
	}
	secret, err := m.store.Get(ctx, keyring.ServiceSignIn, saved.Account())
	if errors.Is(err, keyring.ErrNotStored) {
		m.settings.Change(func(s *settings.Settings) { s.Leave(settings.Leftover{}) }) // it may be there under another name
		_, failed := m.forget(*saved)
		err = errors.Join(err, failed)
	}
	if err != nil {
		return nil, fmt.Errorf("resume session: %w", err)
	}
	if now := m.settings.Get().Session; now == nil || now.Account() != saved.Account() {
		return nil, fmt.Errorf("resume session: %w", keys.ErrSignedOut) // logged out while the keyring was asked
	}
	backend, err := m.connector.Resume(saved.Endpoint, client.Credentials{KeyID: saved.KeyID, Secret: secret}, m.networks.Of(saved.Endpoint.Base))
	if err != nil {
		return nil, fmt.Errorf("resume session: %w", err)
	}
	m.ForgetLeftovers(ctx)
	s := m.newSession(saved.Server, backend)
	s.remembered, s.offered = true, true
	s.keys.Known.Learn(secret)
	m.showKept(s)
	m.history.Record(s.event(history.SignIn))
	return s, nil
}

// forget takes a saved session out of the settings, unless one with another key has taken its place, and forgets
// its list. It returns whether they named it, and the error of writing them.
func (m *Manager) forget(saved settings.SavedSession) (named bool, err error) {
	before, err := m.settings.Update(func(s *settings.Settings) {
		if s.Names(saved) {
			s.Session = nil
		}
	})
	named = before.Names(saved)
	if named {
		m.lists.Remove()
	}
	return named, err
}
