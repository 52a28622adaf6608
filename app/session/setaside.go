package session

import "accesskeys/app/settings"

// Aside keeps the session that the user may come back to from the form for another account. It is not safe for concurrent use.
type Aside struct {
	manager *Manager
	session *Session // nil if there is none
}

// Keep ends a session like Leave if it is remembered. Another one stays open for TakeBack, because its secret could not be
// had again, until Drop. Keep reports whether it stays.
func (a *Aside) Keep(m *Manager, s *Session) (stays bool) {
	if s.Remembered() {
		m.Leave(s)
		return false
	}
	a.manager, a.session = m, s
	return true
}

// Session returns the session that is kept, or nil.
func (a *Aside) Session() *Session { return a.session }

// TakeBack returns the session that was kept, or nil if there is none. One that has been logged out or remembered since is
// left instead: Open says whether it can be opened.
func (a *Aside) TakeBack() *Session {
	s := a.session
	a.session = nil
	if s != nil && (s.hasEnded() || s.Remembered()) {
		a.manager.Leave(s)
		return nil
	}
	return s
}

// Drop leaves the session that is kept, if there is one. It lists the account, so that the user can come back to it with its
// secret.
func (a *Aside) Drop() {
	s, m := a.session, a.manager
	if s == nil {
		return
	}
	a.session = nil
	if !m.ephemeral && !s.Remembered() && !s.hasEnded() {
		m.settings.Change(func(v *settings.Settings) { v.ListSignedOut(s.saved(), s.into) })
	}
	m.Leave(s)
}
