package session

import (
	"context"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
)

// LogOut forgets the session's sign-in, and that of its account if the keyring has another key of it. With forgetSecrets it
// also forgets the secrets kept for its server, or only those of the session's user if there are other accounts at that
// server. The settings are written first. The PIN is removed with the last account. An error means that something may still
// be in the keyring, or that the settings could not be written. What the keyring did not delete is tried again at the next
// start or sign-in. A change of a key that is under way is finished before the secret that signs it is dropped.
func (m *Manager) LogOut(ctx context.Context, s *Session, forgetSecrets bool) error {
	all := []leaving{m.ending(s, history.LogOut)}
	if a, ok := s.Account(m.settings.Get()); ok && !a.SignedOut && a.Account() != s.saved().Account() {
		all = append(all, m.closing(a))
	}
	return m.logOut(ctx, all, forgetSecrets)
}

// GiveUp is LogOut for a session whose key the user has disabled or deleted. The PIN stays for the next sign-in.
func GiveUp(ctx context.Context, m *Manager, s *Session) error {
	l := m.ending(s, history.LogOut)
	l.keepsPIN = true
	return m.logOut(ctx, []leaving{l}, false)
}

// LogOutAll is LogOut for every account, and for s, which may be nil.
func (m *Manager) LogOutAll(ctx context.Context, s *Session, forgetSecrets bool) error {
	var all []leaving
	if s != nil {
		all = append(all, m.ending(s, history.LogOut))
	}
	for _, a := range m.settings.Get().Accounts {
		if s == nil || a.Account() != s.saved().Account() {
			if !a.SignedOut {
				m.history.Record(ofSaved(a.SavedSession, history.LogOut))
			}
			all = append(all, m.closing(a))
		}
	}
	for i := range all {
		all[i].all = true
	}
	return m.logOut(ctx, all, forgetSecrets)
}

// LoggingOut returns a function that logs out of a session. If every is set, or if s is nil because the window opened locked,
// it logs out of all accounts.
func LoggingOut(m *Manager, s *Session, every, forgetSecrets bool) func(context.Context) error {
	return func(ctx context.Context) error {
		if every || s == nil {
			return m.LogOutAll(ctx, s, forgetSecrets)
		}
		return m.LogOut(ctx, s, forgetSecrets)
	}
}

// ending ends a session by an action, and returns what is to be forgotten.
func (m *Manager) ending(s *Session, by history.Action) leaving {
	m.history.Record(s.event(by))
	offered := s.end()
	s.keys.Retire(s.backend.Lock)
	user, known := keys.Owner(s.keys)
	v := m.settings.Get()
	own, _ := s.Account(v)
	return m.lists.among(v, own, leaving{saved: s.saved(), offered: offered, vault: s.vault, user: user, known: known})
}

// closing returns what is to be forgotten of an account that is not open.
func (m *Manager) closing(a settings.Account) leaving {
	user, known := m.lists.owner(m.settings.Get(), a.SavedSession)
	return m.lists.among(m.settings.Get(), a, leaving{saved: a.SavedSession, offered: !a.SignedOut, vault: m.NewVault(a.Endpoint.Base), user: user, known: known})
}
