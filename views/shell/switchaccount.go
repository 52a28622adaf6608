package shell

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/app/session"
	"accesskeys/views/accounts"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/diskwriter"
	"accesskeys/views/keyspage"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// switching switches between accounts, and removes accounts.
type switching struct {
	*state
	config    *Config
	page      *page.Window
	frame     *frame
	session   *sessionFlow
	opening   *opening
	writer    *diskwriter.Writer
	accounts  *accounts.Accounts
	clipboard *clipboardguard.Guard
}

// switchTo switches to another account. It shows the account's saved list at once, or the form that asks for its secret. Until
// the account is open, the user can go back.
func (w *switching) switchTo(id string) {
	if id == w.chosen.account && (w.current != nil || w.waiting || w.signIn != nil) {
		return
	}
	s := w.open()
	leave := func() {
		if s == nil {
			w.depart()
		} else {
			w.setAside()
		}
		w.enter(id, nil)
		if w.clipboard.ClearHeld() { // after the messages of the account that is left were cleared
			w.page.Copied().Note(lang.L("Cleared the copied secret, because you switched accounts."))
		}
	}
	known := w.config.App.Settings.Get()
	next, _ := known.Account(id)
	switch {
	case !w.mayLeave(), w.isOpen(id) && w.comeBack(nil):
	case s != nil && !s.Remembered() && !next.SignedOut: // whose form says what signing in ends
		w.accounts.AskLeave(s, leave)
	default:
		leave()
	}
}

// open returns the session that is shown, or that the user can go back to; nil if there is none.
func (w *switching) open() *session.Session { return cmp.Or(w.current, w.chosen.aside.Session()) }

// isOpen reports whether open returns an account's session.
func (w *switching) isOpen(id string) bool {
	s := w.open()
	if s == nil {
		return false
	}
	a, _ := s.Account(w.config.App.Settings.Get())
	return a.ID == id
}

// mayLeave reports whether the user may leave what is shown. If not because of a change, it says so.
func (w *switching) mayLeave() bool {
	if w.locked() || w.page.Dialogs.IsOpen() {
		return false
	}
	if w.changing() {
		w.page.Toasts.HintWhile(lang.L("A change is still in progress. Switch accounts when it's done."), w.changing)
		return false
	}
	return true
}

// changing reports whether keys are being changed, so that the user cannot leave the account.
func (w *switching) changing() bool { return w.settings != nil && keyspage.Changing(w.settings.keys) }

// enter opens an account after what was shown was left. place leads to a place on its page; nil is its keys.
func (w *switching) enter(id string, place func(*settingsPage)) {
	w.chosen.place = place
	w.config.Server = "" // the user's choice replaces the requested server
	w.chosen.account = id
	known := w.config.App.Settings.Get()
	if a, ok := known.Account(id); ok && a.SignedOut {
		w.session.showSignIn("", false)
		w.signIn.Say(lang.L("The secret of this account isn't saved on this computer. Type it to sign in."))
		w.sayUnsaved()
		return
	}
	w.frame.setTitleTo(w.accounts.Name())
	w.opening.resumeAndShow()
	w.writer.SaveOr(func(error) {}) // the next start opens this account
}

// depart leaves what is shown, without logging out. Pending outcomes are told when the user comes back to the account. A
// copied secret stays on the clipboard: it may be for the form of a new account.
func (w *switching) depart() {
	s := w.current
	w.chosen.back = nil
	w.takeDown()
	if s != nil {
		w.writer.WriteList(s) // the latest changes may not be on disk yet
		w.config.App.Sessions.Leave(s)
	}
}

// takeDown is depart, except that the session stays open.
func (w *switching) takeDown() {
	if w.settings != nil {
		w.chosen.cursors[w.chosen.account] = keytable.PlaceOf(w.settings.keys.List())
		w.chosen.undoLost = keyspage.Undo(w.settings.keys).LostAt()
	}
	w.stopOpening()
	if w.signIn != nil && w.signIn.Stop != nil {
		w.signIn.Stop()
	}
	w.page.Toasts.Clear()
	w.session.leaveFor(true)
	w.signIn, w.waiting = nil, false
}

// logOut logs out of the current account, or of all. If another account is signed in, it opens that one; the sign-in form
// would look as if the user had been logged out of all. While keys are being changed, the form is shown, on which is told how
// that ends.
func (w *switching) logOut(all, forget bool) {
	s, known := w.current, w.config.App.Settings.Get()
	here, listed := known.Account(w.chosen.account)
	next, _ := known.Account(known.AccountInsteadOf(w.chosen.account))
	if all || s == nil || w.locked() || !listed || next.ID == "" || next.SignedOut || w.changing() {
		w.session.logOut(s, session.LoggingOut(w.config.App.Sessions, s, all, forget))
		return
	}
	w.chosen.loggedOut = s
	w.page.Toasts.Clear()
	w.stopOpening()
	w.session.leave()
	w.signIn, w.waiting = nil, false
	w.session.forgetSignIn(session.LoggingOut(w.config.App.Sessions, s, false, forget), words.AccountName(here, known.Accounts))
	session.OpenNext(w.config.App.Sessions)
	w.enter(next.ID, nil)
}

// remove removes the current account, and goes back to the one before or opens another.
func (w *switching) remove(r app.Removal, secrets, notes bool) {
	if w.changing() {
		w.page.Toasts.HintWhile(lang.L("A change is still in progress. Remove the account when it's done."), w.changing)
		return
	}
	s := w.current
	w.chosen.loggedOut = s
	w.chosen.typed.Drop()
	w.clipboard.Clear()
	back := w.comeBack(nil)
	if !back {
		w.depart()
	}
	known := w.config.App.Settings.Get()
	removed, _ := known.Account(r.Account)
	var noted error
	w.accounts.Forget(accounts.Forgetting{Work: func(ctx context.Context) (err error) {
		err, noted = w.config.App.Remove(ctx, r, s, secrets, notes)
		return err
	}, Done: lang.L("Removed the account {{.Name}}", map[string]any{"Name": words.AccountName(removed, known.Accounts)}), But: words.AccountRemovedBut, Then: func() {
		if noted != nil {
			w.page.Toasts.Error(words.RemovedBut(noted))
		}
	}})
	if !back {
		session.OpenNext(w.config.App.Sessions)
		w.enter(known.AccountInsteadOf(r.Account), nil)
	}
}

// onListed is called when the session may have been added to the list of accounts.
func (w *switching) onListed() {
	if w.current == nil {
		return
	}
	a, _ := w.current.Account(w.config.App.Settings.Get())
	w.chosen.account = a.ID
	if prefs := w.settings.preferences; prefs != nil {
		prefs.Pin.Show() // a PIN may be of use now
	}
	keyspage.ShowAccounts(w.settings.keys)
	if !w.accounts.Several() {
		return
	}
	w.showNewName()
	if w.settings.account != nil {
		w.settings.account.Rename()
	}
}

// showNewName shows the current account's new name.
func (w *switching) showNewName() {
	w.frame.setTitle(w.current)
	w.settings.bar.Retranslate()
}

// heading returns an object for a question that names the account, or nil if there is no session.
func (w *switching) heading() fyne.CanvasObject {
	if w.current == nil || w.locked() {
		return nil
	}
	return w.accounts.Heading()
}

// accountsHost is the window as the accounts package sees it.
type accountsHost struct{ switching *switching }

func (h accountsHost) Account() string           { return h.switching.chosen.account }
func (h accountsHost) Session() *session.Session { return h.switching.current }
func (h accountsHost) IsOpen(id string) bool     { return h.switching.isOpen(id) }
func (h accountsHost) Locked() bool              { return h.switching.locked() }
func (h accountsHost) Switch(id string)          { h.switching.switchTo(id) }
func (h accountsHost) Add()                      { h.switching.add() }
func (h accountsHost) Listed()                   { h.switching.onListed() }
func (h accountsHost) CountUnnoted() int {
	return keyspage.Asker(h.switching.settings.keys).CountUnnoted()
}

func (h accountsHost) Remove(r app.Removal, secrets, notes bool) {
	h.switching.remove(r, secrets, notes)
}

func (h accountsHost) LogOut(all, secrets bool) {
	h.switching.logOut(all, secrets)
}

func (h accountsHost) Renamed() {
	h.switching.showNewName()
	h.switching.writer.Save()
}
