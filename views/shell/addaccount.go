package shell

import (
	"cmp"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/views/signin"
	"accesskeys/views/words"
)

// add shows the form for a new account. Cancel goes back to the previous account, to the same place. The form says so if
// signing in ends a session that is not saved.
func (w *switching) add() {
	if w.chosen.aside.Session() != nil || !w.mayLeave() {
		return
	}
	s, before, server, place := w.current, w.chosen.account, "", func(*settingsPage) {}
	if s != nil {
		server, place = s.Server(), w.settings.place() // most often, the other account is there too
	}
	w.takeDown()
	delete(w.chosen.cursors, "") // of an account that is not listed: the new one may not be either
	w.chosen.account = ""
	w.chosen.back = func() { w.goBack(before, place, s) }
	w.session.showSignInAs("", false, func(p *signin.Page) {
		p.Server.SetText(cmp.Or(w.config.Server, server))
	})
	if s == nil {
		return
	}
	w.writer.WriteList(s) // the latest changes may not be on disk yet
	if w.chosen.aside.Keep(w.config.App.Sessions, s) {
		w.signIn.Say(words.Sentences(w.signIn.Notice.Text,
			lang.L("The secret of the account you came from isn't saved. Once you sign in here, you type it again to go back.")))
	}
}

// goBack leaves the form for a new account. It opens the previous account at a place, or the form for the previous session s.
func (w *switching) goBack(account string, place func(*settingsPage), s *session.Session) {
	if w.comeBack(place) {
		return
	}
	known := w.config.App.Settings.Get()
	a, ok := known.Account(account)
	if s != nil {
		a, ok = s.Account(known) // it may have been listed since
	}
	if ok {
		w.depart()
		w.enter(a.ID, place)
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

// comeBack shows the session that was set aside at a place, and reports whether there is one.
func (w *switching) comeBack(place func(*settingsPage)) bool {
	s := w.chosen.aside.TakeBack()
	if s == nil {
		return false
	}
	w.takeDown()
	w.chosen.place = place
	w.config.Server = ""
	w.session.show(s)
	w.session.loadLong(s)
	return true
}
