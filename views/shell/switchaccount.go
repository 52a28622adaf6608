package shell

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/app/session"
	"accesskeys/views/accounts"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/words"
)

// switching goes from one account to another, and takes accounts off the list.
type switching struct {
	*state
	config   *Config
	page     *page.Window
	frame    *frame
	session  *sessionFlow
	opening  *opening
	writer   *settingsWriter
	accounts *accounts.Accounts
}

// to shows another account: at once with its kept list, or the form that asks for its secret.
func (w *switching) to(id string) {
	if id == w.chosen.account && (w.current != nil || w.waiting || w.signIn != nil) {
		return
	}
	w.leaveFor(func() { w.open(id) })
}

// leaveFor goes on once what is shown can be left.
func (w *switching) leaveFor(next func()) {
	switch {
	case w.locked() || w.page.Dialogs.Open():
	case w.changing():
		w.page.Toasts.HintWhile(lang.L("Keys are being changed. Switch accounts when that is done."), w.changing)
	case w.current != nil && !w.current.Remembered():
		w.accounts.AskLeave(next)
	default:
		next()
	}
}

// changing reports whether keys are being changed, so that the account must stay.
func (w *switching) changing() bool { return w.settings != nil && keyspage.Changing(w.settings.keys) }

// open leaves what is shown for an account.
func (w *switching) open(id string) {
	w.depart()
	w.config.Server = "" // the user has chosen
	w.chosen.account = id
	known := w.config.App.Settings.Get()
	if a, ok := known.Account(id); ok && a.SignedOut {
		w.session.showSignIn("", false)
		w.signIn.Say(lang.L("The secret of this account isn't saved on this computer. Type it to sign in."))
		return
	}
	w.opening.resumeAndShow()
	w.writer.saveOr(func(error) {}) // which account the next start opens
}

// depart ends what is shown. What is not known of changes stays with the account, and is told there.
func (w *switching) depart() {
	s := w.current
	w.stopOpening()
	if w.signIn != nil && w.signIn.Stop != nil {
		w.signIn.Stop()
	}
	w.page.Toasts.Clear()
	w.session.leaveFor(true)
	w.signIn, w.waiting = nil, false
	if s != nil {
		w.writer.writeList(s) // what has changed in the last moment
		w.config.App.Sessions.Leave(s)
	}
}

// remove takes the account that is shown off the list, and shows another.
func (w *switching) remove(r app.Removal, secrets, notes bool) {
	if w.changing() {
		w.page.Toasts.HintWhile(lang.L("Keys are being changed. Remove the account when that is done."), w.changing)
		return
	}
	s := w.current
	w.chosen.loggedOut = s
	w.depart()
	known := w.config.App.Settings.Get()
	var noted error
	background.GoVitalErr(w.page.Tasks, background.PromptLimit, func(ctx context.Context) (err error) {
		err, noted = w.config.App.Remove(ctx, r, s, secrets, notes)
		return err
	}, func(err error) {
		if err != nil {
			w.page.Toasts.Error(words.LoggedOutBut(err))
		}
		if noted != nil {
			w.page.Toasts.Error(words.RemovedBut(noted))
		}
	})
	w.open(known.AccountBeside(r.Account))
}

// listed takes note that the session's account may be on the list now.
func (w *switching) listed() {
	if w.current == nil {
		return
	}
	a, _ := w.current.Account(w.config.App.Settings.Get())
	w.chosen.account = a.ID
	if !w.accounts.Several() {
		return
	}
	w.renamed()
	if w.settings.account != nil {
		w.settings.account.Rename()
	}
}

// renamed shows what the account is called.
func (w *switching) renamed() {
	w.frame.setTitle(w.current)
	w.settings.bar.Retranslate()
}

// heading says on a question what account it is about, while there is a session.
func (w *switching) heading() fyne.CanvasObject {
	if w.current == nil || w.locked() {
		return nil
	}
	return w.accounts.Heading()
}

// accountsHost is what accounts need of the window.
type accountsHost struct{ switching *switching }

func (h accountsHost) Account() string           { return h.switching.chosen.account }
func (h accountsHost) Session() *session.Session { return h.switching.current }
func (h accountsHost) Locked() bool              { return h.switching.locked() }
func (h accountsHost) Switch(id string)          { h.switching.to(id) }
func (h accountsHost) Add()                      { h.switching.add() }
func (h accountsHost) Unnoted() int              { return keyspage.Unnoted(h.switching.settings.keys) }
func (h accountsHost) Remove(r app.Removal, secrets, notes bool) {
	h.switching.remove(r, secrets, notes)
}

func (h accountsHost) LogOut(all, secrets bool) {
	h.switching.session.logOut(h.switching.current, all, secrets, "")
}

func (h accountsHost) Renamed() {
	h.switching.renamed()
	h.switching.writer.save()
}
