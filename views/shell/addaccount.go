package shell

import (
	"cmp"

	"accesskeys/views/signin"
)

// add shows the form for a new account. Cancel goes back to what was shown, to the same place.
func (w *switching) add() {
	adding := w.signIn != nil && w.chosen.account == "" && w.chosen.back != nil
	if adding || !w.mayLeave() {
		return
	}
	server := ""
	if s := w.open(); s != nil {
		server = s.Server() // most often, the other account is there too
	}
	w.setAside()
	delete(w.chosen.cursors, "") // of an account that is not listed: the new one may not be either
	w.chosen.account = ""
	w.session.showSignInAs("", false, func(p *signin.Page) {
		p.Server.SetText(cmp.Or(w.config.Server, server))
	})
	w.sayUnsaved()
}
