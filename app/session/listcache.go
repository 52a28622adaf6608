package session

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/listcache"
	"accesskeys/app/settings"
)

// keepAge is how much older than the list shown the one on disk may be where nothing else differs.
const keepAge = 5 * time.Minute

// KeepList writes the list of a session to disk, without secrets, for the next start to show at once, where that is
// remembered and there is something new to keep. It returns the error of writing.
func (m *Manager) KeepList(s *Session) error {
	if err := noteUser(m.settings, s); err != nil {
		return err
	}
	if !m.lists.On() || !s.Remembered() {
		return nil
	}
	s.keeping.Lock()
	defer s.keeping.Unlock()
	list, edition, ok := s.keys.Snapshot(func(e keys.Edition) bool {
		return e.Number != s.kept.Number || e.ReadAt.Sub(s.kept.ReadAt).Abs() >= keepAge // clocks are set back, too
	})
	if !ok {
		return nil
	}
	saved := s.saved()
	err := m.lists.of(m.settings.Get(), saved).Write(saved, list, edition.ReadAt, func() bool {
		now, err := m.settings.Reread() // another process may have logged out
		return err == nil && now.IsRemembered(saved) && s.Remembered()
	})
	if err == nil {
		s.kept = edition
	}
	return err
}

// accountLists are the lists that are kept, each of an account.
type accountLists struct{ *listcache.Lists }

// of is where the list of a sign-in is kept.
func (l accountLists) of(v settings.Settings, saved settings.SavedSession) *listcache.Cache {
	a, _ := v.AccountOf(saved)
	return l.In(a.ListFile())
}

// restore has a session begin with the list that was kept of it.
func (l accountLists) restore(v settings.Settings, s *Session) {
	if list, readAt, ok := l.of(v, s.saved()).Read(s.saved()); ok {
		s.kept = s.keys.Restore(list, readAt)
	}
}

// noteUser notes whose account the session's is among several. Its list, which says so too, goes when it is signed out.
func noteUser(kept *settings.File, s *Session) error {
	user, known := keys.Owner(s.keys)
	v, saved := kept.Get(), s.saved()
	if a, ok := v.AccountOf(saved); !known || !ok || !v.Several() || a.User == user {
		return nil
	}
	_, err := kept.Update(func(v *settings.Settings) { v.SetUser(saved, user) })
	return err
}

// owner is the user of a sign-in, as the list says that is kept of it.
func (l accountLists) owner(v settings.Settings, saved settings.SavedSession) (user string, known bool) {
	list, _, _ := l.of(v, saved).Read(saved)
	return keys.OwnerOf(list, saved.KeyID)
}

// removeUnnamed forgets the lists of accounts that are not signed in: a log out may have been cut off before it did.
func (l accountLists) removeUnnamed(v settings.Settings) {
	named := map[string]bool{}
	for _, a := range v.Accounts {
		named[a.ListFile()] = !a.SignedOut
	}
	l.RemoveAllBut(named)
}
