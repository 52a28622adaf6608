package keyspage

import "accesskeys/client"

// hideAll masks every secret, and those that are still being fetched too.
func (s *secretActions) hideAll() {
	s.hides++
	s.hideShown()
}

// hideShown masks every secret that is shown.
func (s *secretActions) hideShown() {
	if s.display.list.Secrets.Count() == 0 {
		return
	}
	for _, stop := range s.hiding {
		stop()
	}
	clear(s.hiding)
	s.display.list.Secrets.HideAll()
	s.host.Scrub()
}

// show shows a secret for as long as the user has chosen.
func (s *secretActions) show(id string, secret client.Secret) {
	s.stopHiding(id)
	s.display.list.Secrets.Show(id, secret)
	if d, ok := s.host.Privacy().HideSecret.Duration(); ok {
		s.hiding[id] = s.tasks.AfterWallClock(d, func() { s.hide(id) })
	}
	s.host.WatchFocus()
}

// hide masks a secret.
func (s *secretActions) hide(id string) {
	s.stopHiding(id)
	s.display.list.Secrets.Show(id, client.Secret{})
	s.host.Scrub()
}

func (s *secretActions) stopHiding(id string) {
	if stop, ok := s.hiding[id]; ok {
		stop()
		delete(s.hiding, id)
	}
}
