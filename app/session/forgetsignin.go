package session

import (
	"context"
	"errors"
	"slices"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
)

// leaving is a sign-in that is to be forgotten.
type leaving struct {
	saved    settings.SavedSession
	offered  bool           // the keyring may have its secret, even if the settings do not name it
	vault    *secrets.Vault // of its server
	user     string         // as the vault names it
	known    bool           // user is known
	all      bool           // the secrets of all users of the server are forgotten
	keepsPIN bool           // the user has not logged out, but given up its key
	others   []string       // the users of the other accounts at the server
}

// logOut writes the settings once for all, and only then asks the keyring, since the program may end at any moment.
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
			if forgetSecrets && !m.ephemeral { // Close does it for an Ephemeral manager
				s.AddLeftover(l.secrets())
			}
		}
		for _, id := range remove {
			s.Remove(id)
		}
		if !s.SignedIn() && !slices.ContainsFunc(all, func(l leaving) bool { return l.keepsPIN }) {
			s.PIN = nil
		}
	})
	if before.PIN != nil && m.settings.Get().PIN == nil {
		var first settings.SavedSession // zero if there was no account
		if len(all) > 0 {
			first = all[0].saved
		}
		m.history.Record(ofSaved(first, history.RemovePIN))
	}
	errs := []error{failed}
	asking, stop := context.WithCancel(ctx)
	defer stop()
	note := func(err error) {
		errs = append(errs, err)
		if keyring.Hopeless(err) {
			stop() // a user who has dismissed a prompt is not asked again
		}
	}
	for _, l := range all {
		m.pending.forget(l.saved.Account())
		note(m.deleteNamed(asking, before, l.saved, l.offered))
		if forgetSecrets {
			note(l.seal(asking, m.leftovers))
		}
	}
	err := errors.Join(errs...)
	if !keyring.Hopeless(err) {
		m.ForgetLeftovers(ctx)
	}
	return err
}

// endSession marks an account as signed out, and notes that the keyring may still have its sign-in.
func endSession(s *settings.Settings, saved settings.SavedSession, offered bool) {
	if s.SignOut(saved) || offered {
		s.AddLeftover(saved.Leftover())
	}
}

// drop forgets a sign-in in the settings, and in the keyring if the settings named it or it was offered to the keyring.
func (m *Manager) drop(ctx context.Context, saved settings.SavedSession, offered bool) error {
	before, err := m.settings.Update(func(s *settings.Settings) { endSession(s, saved, offered) })
	return errors.Join(err, m.deleteNamed(ctx, before, saved, offered))
}

// deleteNamed removes the list and the secret of a sign-in that the settings no longer name. before is the settings that
// did.
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
