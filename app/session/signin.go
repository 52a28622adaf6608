package session

import (
	"context"
	"strings"

	"accesskeys/app/history"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
)

// SignIn signs in with what a user typed or pasted; white space around it is ignored. It does not touch the keyring, and
// does not wait for the disk. The caller calls Remember or Forget next, and LoadKeys. Its errors are the client's. If
// Remember finds no account with this key, the key replaces that of the current account, if that is at the same server.
func (m *Manager) SignIn(ctx context.Context, server string, creds client.Credentials) (*Session, error) {
	return m.SignInAs(ctx, m.settings.Get().Current, server, creds)
}

// SignInAs is SignIn for a key that replaces that of the account with the ID into, if that is at the same server. If into is
// empty, Remember makes a new account.
func (m *Manager) SignInAs(ctx context.Context, into, server string, creds client.Credentials) (*Session, error) {
	server = route.TrimPasted(server)
	creds = client.Credentials{
		KeyID:  route.TrimPasted(creds.KeyID),
		Secret: client.NewSecret(route.TrimPasted(creds.Secret.Reveal())),
	}
	began := m.now()
	backend, err := m.connector.SignIn(ctx, server, creds, m.networks.Of(server))
	if err != nil {
		m.signInFailed(server, creds.KeyID, err)
		return nil, err
	}
	if m.ephemeral {
		m.sweepBriefly(ctx)
	}
	m.ForgetLeftovers(ctx)
	// A pasted link may carry a token there, which must not be in the settings.
	server, _, _ = strings.Cut(server, "#")
	server, _, _ = strings.Cut(server, "?")
	m.settings.Change(func(s *settings.Settings) { s.Server, s.KeyID = server, creds.KeyID })
	s := m.newSession(server, backend)
	s.secret, s.into, s.began = creds.Secret, into, began
	s.keys.Known.Learn(creds.Secret)
	now := s.saved().Account()
	m.latest.Store(&now)
	m.history.Record(s.event(history.SignIn))
	return s, nil
}
