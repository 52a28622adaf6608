package session

import (
	"context"
	"strings"

	"accesskeys/app/history"
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
	m.settings.Change(func(s *settings.Settings) { s.Server, s.KeyID = server, creds.KeyID })
	s := m.newSession(server, backend)
	s.secret, s.into = creds.Secret, into
	s.keys.Known.Learn(creds.Secret)
	m.inUse.Store(true)
	m.history.Record(s.event(history.SignIn))
	return s, nil
}
