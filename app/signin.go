package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"accesskeys/client"
)

// ErrSignedOut means that no session is remembered, or that it has been logged out.
var ErrSignedOut = errors.New("signed out")

// SignIn signs in with what a person typed or pasted, blanks and line ends around it included. It does
// not touch the keyring, and does not wait for the disk: Remember or Forget is to follow. The server is reached as
// SetNetwork said. Its errors are the client's.
func (a *App) SignIn(ctx context.Context, server string, creds client.Credentials) (*Session, error) {
	server = pasted(server)
	creds = client.Credentials{
		KeyID:  pasted(creds.KeyID),
		Secret: client.NewSecret(pasted(creds.Secret.Reveal())),
	}
	backend, err := a.connector.SignIn(ctx, server, creds, a.Network(server))
	if err != nil {
		return nil, err
	}
	if a.ephemeral {
		a.sweepBriefly(ctx)
	}
	a.ForgetLeftovers(ctx)
	// A link that was pasted may carry a token there, which settings must not keep.
	server, _, _ = strings.Cut(server, "#")
	server, _, _ = strings.Cut(server, "?")
	a.settings.change(func(s *Settings) { s.Server = server })
	s := a.newSession(server, backend)
	s.secret = creds.Secret
	return s, nil
}

// Resume opens the remembered session without using the network, with the list that was kept of it, if any.
// It returns ErrSignedOut when there is none, ErrNotStored when the keyring no longer has its secret, the
// keyring's errors, and the client's of KindSettings and KindPlain: then the session is still remembered.
func (a *App) Resume(ctx context.Context) (*Session, error) {
	saved := a.settings.get().Session
	if saved == nil {
		a.lists.remove() // a log out may have been cut off before it did
		return nil, ErrSignedOut
	}
	secret, err := a.store.Get(ctx, signInService, saved.account())
	if errors.Is(err, ErrNotStored) {
		a.settings.change(func(s *Settings) { s.leave(Leftover{}) }) // it may be there under another name
		_, failed := a.forget(*saved)
		err = errors.Join(err, failed)
	}
	if err != nil {
		return nil, fmt.Errorf("resume session: %w", err)
	}
	if now := a.settings.get().Session; now == nil || now.account() != saved.account() {
		return nil, fmt.Errorf("resume session: %w", ErrSignedOut) // logged out while the keyring was asked
	}
	backend, err := a.connector.Resume(saved.Endpoint, client.Credentials{KeyID: saved.KeyID, Secret: secret}, a.Network(saved.Endpoint.Base))
	if err != nil {
		return nil, fmt.Errorf("resume session: %w", err)
	}
	a.ForgetLeftovers(ctx)
	s := a.newSession(saved.Server, backend)
	s.remembered, s.offered = true, true
	a.showKept(s)
	return s, nil
}

// forget takes a saved session out of the settings, unless one with another key has taken its place, and forgets
// its list. It returns whether they named it, and the error of writing them.
func (a *App) forget(saved SavedSession) (named bool, err error) {
	before, err := a.settings.update(func(s *Settings) {
		if s.names(saved) {
			s.Session = nil
		}
	})
	named = before.names(saved)
	if named {
		a.lists.remove()
	}
	return named, err
}

// pasted removes what comes along when text is copied: blanks, line ends and invisible marks around it.
func pasted(text string) string {
	return strings.TrimFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	})
}
