package session

import (
	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
)

// event is an event of the session.
func (s *Session) event(a history.Action) history.Event {
	return history.About(keys.RefOf(s.keys, s.KeyID()), a)
}

// ofSaved is an event of a sign-in without a session.
func ofSaved(saved settings.SavedSession, a history.Action) history.Event {
	return history.About(keys.Ref{Base: saved.Endpoint.Base, KeyID: saved.KeyID}, a)
}

// Note records what was done to the window, such as that it was locked, with the session that it shows. Without one it is
// that of the account that the next start opens.
func (m *Manager) Note(s *Session, a history.Action) {
	saved := m.settings.Get().Session
	switch {
	case s != nil:
		m.history.Record(s.event(a))
	case saved != nil:
		m.history.Record(ofSaved(*saved, a))
	default:
		m.history.Record(history.About(keys.Ref{}, a))
	}
}

// noteOpened records that a remembered session was opened: as a sign-in, or where there was a session before, as a switch.
func noteOpened(m *Manager, s *Session) {
	a := history.SignIn
	if m.inUse.Swap(true) {
		a = history.Switch
	}
	m.history.Record(s.event(a))
}

// signInFailed records that signing in at an address has failed. What was typed as an ID is kept only if it is known to be one: it may
// be a secret.
func (m *Manager) signInFailed(address, typed string, err error) {
	e := history.Event{Action: history.SignIn}
	for _, a := range m.settings.Get().Accounts {
		if a.KeyID == typed && a.At(address) {
			e = ofSaved(a.SavedSession, history.SignIn)
		}
	}
	m.history.Record(e.Ending(err))
}
