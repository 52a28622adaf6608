package app

import "context"

// home is the API base that the keyring's entries of the API at base are named by: where it was found first,
// if it has moved since.
func (m *sessionManager) home(base string) string {
	if home := m.settings.Get().Homes[base]; sameOrigin(home, base) {
		return home
	}
	return base
}

// addHome notes where the API that is at base now was found first.
func (s *Settings) addHome(base, home string) {
	if s.Homes == nil {
		s.Homes = map[string]string{}
	}
	s.Homes[base] = home
}

// refind looks for a session's API anew, as its list failed with lost, and reports whether it is elsewhere
// now. Then the settings name the new place, and the keyring's entries stay where they are.
func (m *sessionManager) refind(ctx context.Context, s *Session, lost error) bool {
	if !s.backend.Refind(ctx, s.server, lost) {
		return false
	}
	saved := s.saved()
	_, err := m.settings.Update(func(v *Settings) {
		if v.names(saved) {
			v.Session = &saved
		}
		if s.home == saved.Endpoint.Base {
			return
		}
		v.addHome(saved.Endpoint.Base, s.home)
	})
	if err != nil {
		m.log.Warn("settings could not be written", "error", err)
	}
	m.log.Info("the API has moved", "base", saved.Endpoint.Base)
	s.moved.come(saved.Endpoint.Base)
	return true
}

// OnMoved has f called with the API's new base when that is found elsewhere on its server, also when that
// happened before.
func (s *Session) OnMoved(f func(base string)) { s.moved.on(f) }
