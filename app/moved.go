package app

import "context"

// home is the API base that the keyring's entries of the API at base are named by: where it was found first,
// if it has moved since.
func (a *App) home(base string) string {
	if home := a.Settings.Get().Homes[base]; sameOrigin(home, base) {
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
func (a *App) refind(ctx context.Context, s *Session, lost error) bool {
	if !s.backend.Refind(ctx, s.server, lost) {
		return false
	}
	saved := s.saved()
	_, err := a.Settings.Update(func(v *Settings) {
		if v.names(saved) {
			v.Session = &saved
		}
		if s.home == saved.Endpoint.Base {
			return
		}
		v.addHome(saved.Endpoint.Base, s.home)
	})
	if err != nil {
		a.log.Warn("settings could not be written", "error", err)
	}
	a.log.Info("the API has moved", "base", saved.Endpoint.Base)
	s.moved.come(saved.Endpoint.Base)
	return true
}

// OnMoved has f called with the API's new base when that is found elsewhere on its server, also when that
// happened before.
func (s *Session) OnMoved(f func(base string)) { s.moved.on(f) }
