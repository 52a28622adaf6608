package session

import "accesskeys/app/settings"

// Aside keeps the session that the user may come back to until another account is open. It is not safe for concurrent use.
type Aside struct {
	manager *Manager
	session *Session // nil if there is none
}

// Keep keeps a session open for TakeBack until Drop.
func (a *Aside) Keep(m *Manager, s *Session) { a.manager, a.session = m, s }

// Session returns the session that is kept, or nil.
func (a *Aside) Session() *Session { return a.session }

// TakeBack returns the session that was kept, or nil if there is none. One that has been logged out since is left instead.
func (a *Aside) TakeBack() *Session {
	s := a.session
	a.session = nil
	if s != nil && s.hasEnded() {
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
		m.settings.Change(func(v *settings.Settings) { listSignedOut(v, s) })
	}
	m.Leave(s)
}
