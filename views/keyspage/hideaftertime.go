package keyspage

// hideAfterTime masks a shown secret once the time that the user has chosen is over, if there is one.
func (s *secretActions) hideAfterTime(id string) {
	if d, ok := s.host.Privacy().HideSecret.Duration(); ok {
		s.stopHideTimer[id] = s.tasks.AfterWallClock(d, func() { s.hide(id) })
	}
}

// stopHiding stops the timer that would mask a secret.
func (s *secretActions) stopHiding(id string) {
	if stop, ok := s.stopHideTimer[id]; ok {
		stop()
		delete(s.stopHideTimer, id)
	}
}
