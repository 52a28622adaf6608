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
// reached as Networks say. Its errors are the client's. Where Remember finds no account with this key, the key takes the
// place of that of the account that the next start opens, if that is at the same server.
func (m *Manager) SignIn(ctx context.Context, server string, creds client.Credentials) (*Session, error) {
	return m.SignInAs(ctx, m.settings.Get().Current, server, creds)
}

// SignInAs is SignIn for a key that takes the place of that of account into, if that is at the same server. Without
// into, Remember makes a new account.
func (m *Manager) SignInAs(ctx context.Context, into, server string, creds client.Credentials) (*Session, error) {
	server = route.TrimPasted(server)
	creds = client.Credentials{
		KeyID:  route.TrimPasted(creds.KeyID),
		Secret: client.NewSecret(route.TrimPasted(creds.Secret.Reveal())),
	}
	backend, err := m.connector.SignIn(ctx, server, creds, m.networks.Of(server))
	if err != nil {
		m.signInFailed(server, creds.KeyID, err)
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
	s.secret, s.into = creds.Secret, into
	s.keys.Known.Learn(creds.Secret)
	m.inUse.Store(true)
	m.history.Record(s.event(history.SignIn))
	return s, nil
}

// Resume opens the remembered session without using the network, with the list that was kept of it, if any.
// It returns ErrSignedOut when there is none, ErrNotStored when the keyring no longer has its secret, the
// keyring's errors, and the client's of KindSettings and KindPlain: then the session is still remembered.
func (m *Manager) Resume(ctx context.Context) (*Session, error) {
	v := m.settings.Get()
	if v.Session == nil {
		m.lists.removeUnnamed(v)
		return nil, keys.ErrSignedOut
	}
	s, err := m.resume(ctx, *v.Session)
	if err == nil {
		m.ForgetLeftovers(ctx)
	}
	return s, err
}

// AsksNetwork reports whether the error of Resume or Open means that the session can still be opened, once the user has said
// how to reach its server.
func AsksNetwork(err error) bool {
	kind := client.KindOf(err)
	return kind == client.KindPlain || kind == client.KindSettings
}

func (m *Manager) resume(ctx context.Context, saved settings.SavedSession) (*Session, error) {
	secret, err := m.store.Get(ctx, keyring.ServiceSignIn, saved.Account())
	if errors.Is(err, keyring.ErrNotStored) {
		m.settings.Change(func(s *settings.Settings) { s.Leave(settings.Leftover{}) }) // it may be there under another name
		user, known := m.lists.owner(m.settings.Get(), saved)
		before, failed := m.settings.Update(func(s *settings.Settings) {
			if known {
				s.Own(saved, user) // which the list says no more
			}
			s.SignOut(saved)
		})
		m.lists.of(before, saved).Remove()
		err = errors.Join(err, failed)
	}
	if err != nil {
		return nil, fmt.Errorf("resume session: %w", err)
	}
	if now := m.settings.Get(); !now.Names(saved) {
		return nil, fmt.Errorf("resume session: %w", keys.ErrSignedOut) // logged out while the keyring was asked
	}
	backend, err := m.connector.Resume(saved.Endpoint, client.Credentials{KeyID: saved.KeyID, Secret: secret}, m.networks.Of(saved.Endpoint.Base))
	if err != nil {
		return nil, fmt.Errorf("resume session: %w", err)
	}
	s := m.newSession(saved.Server, backend)
	s.remembered, s.offered = true, true
	s.keys.Known.Learn(secret)
	m.lists.restore(m.settings.Get(), s)
	noteOpened(m, s)
	return s, nil
}
