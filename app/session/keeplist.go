package session

import (
	"time"

	"accesskeys/app/keys"
)

// keepAge is how much older than the list shown the one on disk may be where nothing else differs.
const keepAge = 5 * time.Minute

// KeepList writes the list of a session to disk, without secrets, for the next start to show at once, where that is
// remembered and there is something new to keep. It returns the error of writing.
func (m *Manager) KeepList(s *Session) error {
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
	err := m.lists.Write(saved, list, edition.ReadAt, func() bool {
		now, err := m.settings.Reread() // another process may have logged out
		return err == nil && now.Session != nil && now.Session.Account() == saved.Account() && s.Remembered()
	})
	if err == nil {
		s.kept = edition
	}
	return err
}

// showKept has the session begin with the list that was kept of it.
func (m *Manager) showKept(s *Session) {
	if list, readAt, ok := m.lists.Read(s.saved()); ok {
		s.kept = s.keys.Restore(list, readAt)
	}
}
