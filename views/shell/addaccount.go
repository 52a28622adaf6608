package shell

import (
	"cmp"

	"accesskeys/app/session"
	"accesskeys/views/signin"
)

// add shows the form for a new account. Cancel goes back to the previous account, on the same tab.
func (w *switching) add() {
	w.leaveFor(func() {
		before, s, server, tab := w.chosen.account, w.current, "", tabKeys
		if s != nil {
			server, tab = s.Server(), w.settings.Chosen() // most often, the other account is there too
		}
		w.depart()
		w.chosen.account = ""
		w.chosen.back = func() { w.goBack(before, tab, s) }
		w.session.showSignInAs("", false, func(p *signin.Page) {
			p.Server.SetText(cmp.Or(w.config.Server, server))
		})
	})
}

// goBack leaves the form for a new account. It opens the previous account on a tab, or the form for the previous session s.
func (w *switching) goBack(account string, tab int, s *session.Session) {
	known := w.config.App.Settings.Get()
	if _, ok := known.Account(account); ok {
		w.openTab(account, tab)
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
