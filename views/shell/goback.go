package shell

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/views/signin"
	"accesskeys/views/words"
)

// setAside takes down what is shown, so that another account can be opened. Until it is open, chosen.back goes back to the
// session, which stays open, or to the form.
func (w *switching) setAside() {
	s, before, place := w.current, w.chosen.account, func(*settingsPage) {}
	if s != nil {
		place = w.settings.place()
	}
	if w.chosen.back == nil {
		w.chosen.back = func() { w.goBack(before, place, s) }
	}
	w.takeDown()
	if s != nil {
		w.writer.WriteList(s) // the latest changes may not be on disk yet
		w.chosen.aside.Keep(w.config.App.Sessions, s)
	}
}

// sayUnsaved says on the sign-in form if signing in ends a session that is not saved.
func (w *switching) sayUnsaved() {
	if s := w.chosen.aside.Session(); s != nil && !s.Remembered() {
		w.signIn.Say(words.Sentences(w.signIn.Notice.Text,
			lang.L("The secret of the account you came from isn't saved. Once you sign in here, you type it again to go back.")))
	}
}

// goBack goes back to the session that was set aside, to a place. If that is no longer open, it opens its account, or shows
// the form for it.
func (w *switching) goBack(account string, place func(*settingsPage), s *session.Session) {
	if w.comeBack(place) {
		return
	}
	known := w.config.App.Settings.Get()
	a, ok := known.Account(account)
	if s != nil {
		a, ok = s.Account(known) // it may have been listed since
	}
	w.depart()
	if ok {
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
	w.config.App.Settings.Change(func(v *settings.Settings) { v.Open(w.chosen.account) }) // the next start opens it
	w.writer.Save()
	w.session.loadLong(s)
	return true
}
