package session

import (
	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/app/pin"
	"accesskeys/app/settings"
)

// event returns an event of the session.
func (s *Session) event(a history.Action) history.Event {
	return history.About(keys.RefOf(s.keys, s.KeyID()), a)
}

// ofSaved returns an event of a sign-in that has no session.
func ofSaved(saved settings.SavedSession, a history.Action) history.Event {
	return history.About(keys.Ref{Base: saved.Endpoint.Base, KeyID: saved.KeyID}, a)
}

// Note records what was done to the window, such as locking it, as an event of s, the session that it shows. Without a
// session, it is an event of the account that the next start opens.
func (m *Manager) Note(s *Session, a history.Action) {
	if s != nil {
		m.history.Record(s.event(a))
		return
	}
	m.history.Record(ofWindow(m, a))
}

// NotePIN records what was done to the PIN, or that a wrong one was typed.
func NotePIN(m *Manager, act pin.Act) {
	e := ofWindow(m, map[pin.Act]history.Action{pin.ActWrong: history.WrongPIN, pin.ActSet: history.SetPIN,
		pin.ActNotChange: history.ChangePIN, pin.ActChange: history.ChangePIN,
		pin.ActNotRemove: history.RemovePIN, pin.ActRemove: history.RemovePIN}[act])
	if act == pin.ActNotChange || act == pin.ActNotRemove {
		e.Outcome, e.Kind = history.Failed, history.OfWrongPIN
	}
	m.history.Record(e)
}

// ofWindow returns an event of the account that the next start opens.
func ofWindow(m *Manager, a history.Action) history.Event {
	if saved := m.settings.Get().Session; saved != nil {
		return ofSaved(*saved, a)
	}
	return history.About(keys.Ref{}, a)
}

// noteOpened records that a remembered session was opened, or that the user switched to it if there was a session of another
// account before. To come back to the account that was left for the form of a new one is neither.
// Nor is what the program opens after OpenNext.
func noteOpened(m *Manager, s *Session) {
	now := s.saved().Account()
	before := m.latest.Swap(&now)
	switch {
	case before == nil:
		m.history.Record(s.event(history.Open))
	case *before != now && *before != "":
		m.history.Record(s.event(history.Switch))
	}
}

// OpenNext is called before the program opens another account because one is removed or logged out of. The user has not
// switched to it.
func OpenNext(m *Manager) { m.latest.Store(new(string)) }

// signInFailed records that signing in at an address has failed. The typed key ID is recorded only if it is a known one,
// since the user may have typed a secret there.
func (m *Manager) signInFailed(address, typed string, err error) {
	e := history.Event{Action: history.SignIn}
	for _, a := range m.settings.Get().Accounts {
		if a.KeyID == typed && a.At(address) {
			e = ofSaved(a.SavedSession, history.SignIn)
		}
	}
	m.history.Record(e.Ending(err))
}
