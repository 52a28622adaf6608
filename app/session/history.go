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

// NoteLock records that the window was locked.
func (m *Manager) NoteLock(s *Session) { m.history.Record(s.event(history.Lock)) }

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
