package shell

import (
	"cmp"

	"accesskeys/app/session"
	"accesskeys/views/signin"
)

// add shows the form for a new account. Cancel goes back to the previous account.
func (w *switching) add() {
	w.leaveFor(func() {
		before, s, server := w.chosen.account, w.current, ""
		if s != nil {
			server = s.Server() // most often, the other account is there too
		}
		w.depart()
		w.chosen.account = ""
		w.chosen.back = func() { w.goBack(before, s) }
		w.session.showSignInAs("", false, func(p *signin.Page) {
			p.Server.SetText(cmp.Or(w.config.Server, server))
		})
	})
}

// goBack leaves the form for a new account. It opens the previous account, or the form for the previous session s.
func (w *switching) goBack(account string, s *session.Session) {
	known := w.config.App.Settings.Get()
	if _, ok := known.Account(account); ok {
		w.open(account)
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
