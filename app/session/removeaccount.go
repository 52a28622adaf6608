package session

import (
	"context"

	"accesskeys/app/history"
)

// Remove removes an account, and forgets its sign-in as LogOut does. s is the session of the account, or nil if it is not
// open.
func (m *Manager) Remove(ctx context.Context, id string, s *Session, forgetSecrets bool) error {
	v := m.settings.Get()
	a, ok := v.Account(id)
	if !ok {
		return nil
	}
	var l leaving
	if s != nil {
		l = m.ending(s, history.Remove)
	} else {
		m.history.Record(ofSaved(a.SavedSession, history.Remove))
		l = m.closing(a)
	}
	m.lists.of(v, a.SavedSession).Remove()
	return m.logOut(ctx, []leaving{l}, forgetSecrets, id)
}
