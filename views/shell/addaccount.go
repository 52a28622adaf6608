package shell

import (
	"cmp"

	"accesskeys/app/session"
	"accesskeys/views/signin"
)

// add shows the form for a new account. Cancel goes back to the previous account, to the same place.
func (w *switching) add() {
	w.leaveFor(func() {
		s, server, place := w.current, "", func(*settingsPage) {}
		if s != nil {
			server, place = s.Server(), w.settings.place() // most often, the other account is there too
			session.List(w.config.App.Sessions, s)
			a, _ := s.Account(w.config.App.Settings.Get())
			w.chosen.account = a.ID
		}
		before := w.chosen.account
		w.depart()
		w.chosen.account = ""
		w.chosen.back = func() { w.goBack(before, place, s) }
		w.session.showSignInAs("", false, func(p *signin.Page) {
			p.Server.SetText(cmp.Or(w.config.Server, server))
		})
	})
}

// goBack leaves the form for a new account. It opens the previous account at a place, or the form for the previous session s.
func (w *switching) goBack(account string, place func(*settingsPage), s *session.Session) {
	known := w.config.App.Settings.Get()
	if _, ok := known.Account(account); ok {
		w.depart()
		w.enter(account, place)
		return
	}
	w.session.showSignInAs("", false, func(p *signin.Page) {
		w.session.prefill(p)
		if s != nil {
			p.Server.SetText(s.Server())
			p.KeyID.SetText(s.KeyID())
		}
	})
}
