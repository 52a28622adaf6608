package session

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/listcache"
	"accesskeys/app/settings"
)

// The time when a list was read is written too, from which the next start tells how old the list is. So an unchanged list is
// written again once it was read that much later. A long one, whose writing takes a while, is written less often.
const (
	keepAge     = 15 * time.Second
	keepAgeLong = 5 * time.Minute
	longList    = 1000 // number of keys
)

// KeepList writes the list of a session to disk, without secrets, so that the next start can show it at once. It writes no
// list if the session is not remembered or the list on disk is current.
func (m *Manager) KeepList(s *Session) error {
	if err := noteUser(m.settings, s); err != nil {
		return err
	}
	if !m.lists.On() || !s.Remembered() {
		return nil
	}
	s.keeping.Lock()
	defer s.keeping.Unlock()
	age := keepAge
	if s.keys.Count() > longList {
		age = keepAgeLong
	}
	list, edition, ok := s.keys.Snapshot(func(e keys.Edition) bool {
		return e.Number != s.kept.Number || e.ReadAt.Sub(s.kept.ReadAt).Abs() >= age // clocks are set back, too
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

// accountLists is the lists on disk, one for each account.
type accountLists struct{ *listcache.Lists }

// of returns the cache of a sign-in's list.
func (l accountLists) of(v settings.Settings, saved settings.SavedSession) *listcache.Cache {
	a, _ := v.AccountOf(saved)
	return l.In(a.ListFile())
}

// restore makes a session show its list on disk, if there is one.
func (l accountLists) restore(v settings.Settings, s *Session) {
	if list, readAt, ok := l.of(v, s.saved()).Read(s.saved()); ok {
		s.kept = s.keys.Restore(list, readAt)
	}
}

// noteUser notes in the settings which user the session's account belongs to, if there are several accounts. The list on
// disk tells that too, but it is deleted when the account is signed out.
func noteUser(kept *settings.File, s *Session) error {
	user, known := keys.Owner(s.keys)
	v, saved := kept.Get(), s.saved()
	if a, ok := v.AccountOf(saved); !known || !ok || !v.Several() || a.User == user {
		return nil
	}
	_, err := kept.Update(func(v *settings.Settings) { v.SetUser(saved, user) })
	return err
}

// owner returns the user of a sign-in, according to its list on disk.
func (l accountLists) owner(v settings.Settings, saved settings.SavedSession) (user string, known bool) {
	list, _, _ := l.of(v, saved).Read(saved)
	return keys.OwnerOf(list, saved.KeyID)
}

// removeUnnamed deletes the lists of accounts that are not signed in: the program may have been killed while logging out.
func (l accountLists) removeUnnamed(v settings.Settings) {
	named := map[string]bool{}
	for _, a := range v.Accounts {
		named[a.ListFile()] = !a.SignedOut
	}
	l.RemoveAllBut(named)
}
