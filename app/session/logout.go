package session

import (
	"context"
	"errors"
	"slices"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/client/route"
)

// leaving is a sign-in that is to be forgotten.
type leaving struct {
	saved   settings.SavedSession
	offered bool           // the keyring may have its secret, though the settings do not say so
	vault   *secrets.Vault // of its server
	user    string         // as secrets are kept under it
	known   bool           // that it is this user
	all     bool           // the secrets of all users of the server go
	others  []string       // the users of the other accounts there
}

// secrets is what is left over of the secrets that were revealed with the sign-in.
func (l leaving) secrets() settings.Leftover {
	if l.all {
		return settings.Leftover{Base: l.vault.Base()}
	}
	return settings.Leftover{Base: l.vault.Base(), User: l.user}
}

// LogOut forgets the session's sign-in, at once as far as the settings go, and with forgetSecrets the secrets kept for
// its server too; where another account is at that server, only those of the session's user. With the last account goes
// the PIN. An error means that something may still be in the keyring, or that the settings could not be written. What
// the keyring would not delete is tried again at the next start or sign-in. A change of a key that is under way is not
// cut off: the secret that it is signed with goes when it ends.
func (m *Manager) LogOut(ctx context.Context, s *Session, forgetSecrets bool) error {
	return m.logOut(ctx, []leaving{m.ending(s)}, forgetSecrets)
}

// LogOutAll is LogOut for a session, if there is one, and every account.
func (m *Manager) LogOutAll(ctx context.Context, s *Session, forgetSecrets bool) error {
	var all []leaving
	if s != nil {
		all = append(all, m.ending(s))
	}
	for _, a := range m.settings.Get().Accounts {
		if s == nil || a.Account() != s.saved().Account() {
			all = append(all, m.closing(a))
		}
	}
	for i := range all {
		all[i].all = true
	}
	return m.logOut(ctx, all, forgetSecrets)
}

// Remove takes an account off the list, and forgets its sign-in as LogOut does. s is the session of the account, if it
// is open.
func (m *Manager) Remove(ctx context.Context, id string, s *Session, forgetSecrets bool) error {
	v := m.settings.Get()
	a, ok := v.Account(id)
	if !ok {
		return nil
	}
	var l leaving
	if s != nil {
		l = m.ending(s)
	} else {
		l = m.closing(a)
	}
	m.lists.of(v, a.SavedSession).Remove()
	return m.logOut(ctx, []leaving{l}, forgetSecrets, id)
}

// ending ends a session, and returns what there is to be forgotten of it.
func (m *Manager) ending(s *Session) leaving {
	m.history.Record(s.event(history.LogOut))
	offered := s.end()
	s.keys.Retire(s.backend.Lock)
	user, known := keys.Owner(s.keys)
	return m.lists.among(m.settings.Get(), leaving{saved: s.saved(), offered: offered, vault: s.vault, user: user, known: known})
}

// closing returns what there is to be forgotten of an account that is not open.
func (m *Manager) closing(a settings.Account) leaving {
	if !a.SignedOut {
		m.history.Record(ofSaved(a.SavedSession, history.LogOut))
	}
	user, known := m.lists.owner(m.settings.Get(), a.SavedSession)
	return m.lists.among(m.settings.Get(), leaving{saved: a.SavedSession, offered: !a.SignedOut, vault: m.NewVault(a.Endpoint.Base), user: user, known: known})
}

// among adds what the accounts say of a sign-in.
func (lists accountLists) among(v settings.Settings, l leaving) leaving {
	own, _ := v.AccountOf(l.saved)
	if !l.known && own.User != "" {
		l.user, l.known = own.User, true
	}
	l.all = true
	for _, a := range v.Accounts {
		if a.ID == own.ID || !route.SameServer(a.Endpoint.Base, l.saved.Endpoint.Base) {
			continue
		}
		l.all = false
		if user, known := lists.owner(v, a.SavedSession); known {
			l.others = append(l.others, user)
		}
		l.others = append(l.others, a.User)
	}
	return l
}

// logOut writes once what is forgotten, and asks the keyring only then: the program may end at any moment.
func (m *Manager) logOut(ctx context.Context, all []leaving, forgetSecrets bool, remove ...string) error {
	before, failed := m.settings.Update(func(s *settings.Settings) {
		for _, l := range all {
			if s.KeyID == l.saved.KeyID {
				s.KeyID = ""
			}
			if l.known {
				s.SetUser(l.saved, l.user)
			}
			endSession(s, l.saved, l.offered)
			if forgetSecrets && !m.ephemeral { // which sweeps
				s.AddLeftover(l.secrets())
			}
		}
		for _, id := range remove {
			s.Remove(id)
		}
		if !s.SignedIn() {
			s.PIN = nil
		}
	})
	if before.PIN != nil && m.settings.Get().PIN == nil {
		m.history.Record(ofSaved(all[0].saved, history.RemovePIN))
	}
	errs := []error{failed}
	for _, l := range all {
		m.pending.forget(l.saved.Account())
		errs = append(errs, m.deleteNamed(ctx, before, l.saved, l.offered))
		if forgetSecrets {
			errs = append(errs, l.seal(ctx, m.leftovers))
		}
	}
	err := errors.Join(errs...)
	if !keyring.Hopeless(err) {
		m.ForgetLeftovers(ctx)
	}
	return err
}

// seal forgets the secrets that were revealed with the sign-in.
func (l leaving) seal(ctx context.Context, notes leftovers) error {
	var err error
	if l.all {
		err = l.vault.Seal(ctx)
	} else if err = l.vault.SealUser(ctx, l.user); err == nil {
		err = l.unclear()
	}
	if err == nil || keyring.KindOf(err) == keyring.Lost || errors.Is(err, keys.ErrOwnerUnknown) {
		notes.clearNote(l.secrets())
	}
	return err
}

// unclear returns an error where it is not known whose the sign-in is, and there are secrets that may be its own.
func (l leaving) unclear() error {
	if l.known {
		return nil
	}
	left, err := l.vault.Listed()
	if err == nil && slices.ContainsFunc(left, func(e secrets.Listed) bool { return !slices.Contains(l.others, e.User) }) {
		err = keys.ErrOwnerUnknown
	}
	return err
}

// endSession takes a sign-in out of the settings, and notes what the keyring may have of it.
func endSession(s *settings.Settings, saved settings.SavedSession, offered bool) {
	if s.SignOut(saved) || offered {
		s.AddLeftover(saved.Leftover())
	}
}

// drop forgets a sign-in, in the settings and, if they named it or it was offered to the keyring, there.
func (m *Manager) drop(ctx context.Context, saved settings.SavedSession, offered bool) error {
	before, err := m.settings.Update(func(s *settings.Settings) { endSession(s, saved, offered) })
	return errors.Join(err, m.deleteNamed(ctx, before, saved, offered))
}

// deleteNamed removes from disk and keyring what there is of a sign-in, once the settings no longer name it.
func (m *Manager) deleteNamed(ctx context.Context, before settings.Settings, saved settings.SavedSession, offered bool) error {
	named := before.IsRemembered(saved)
	if named {
		m.lists.of(before, saved).Remove()
	}
	if !named && !offered {
		return nil
	}
	return m.leftovers.deleteSignIn(ctx, saved)
}
