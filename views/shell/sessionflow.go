package shell

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/client/route"
	"accesskeys/views/accounts"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/signin"
	"accesskeys/views/words"
)

// sessionFlow starts and ends sessions, and shows the settings page during a session or else the sign-in form.
type sessionFlow struct {
	*state
	config    *Config
	page      *page.Window
	frame     *frame
	locking   *locking
	notices   *notices
	clipboard *clipboardguard.Guard
	accounts  *accounts.Accounts

	newSettings func(*session.Session) *settingsPage
	newSignIn   func() *signin.Page

	end       context.CancelFunc // cancels the session's tasks
	firstLoad context.CancelFunc // cancels the first load of the list
}

const (
	longList     = 1000                  // number of keys from which reading the list delays the first drawing
	firstDrawing = 50 * time.Millisecond // time until the first drawing has begun
)

// open signs in, passes the session to opened to be shown, and loads its keys. It loads them without waiting until the
// session is shown, which makes the start faster. If signing in fails, it passes the error to failed.
func (f *sessionFlow) open(signIn func(context.Context) (*session.Session, error), opened func(*session.Session) (taken bool), failed func(error)) context.CancelFunc {
	var s *session.Session
	var later bool
	locks := f.locking.lockCount
	var cancel context.CancelFunc
	cancel = background.GoErrFor(f.page.Tasks, background.PromptLimit, func(ctx context.Context) (err error) {
		if s, err = signIn(ctx); err != nil {
			return err
		}
		ctx, limited := context.WithTimeout(ctx, s.Network().WaitLimit())
		defer limited()
		f.page.Tasks.Post(func() {
			if !opened(s) {
				s.Lock() // the session is not used, so it must not keep the secret
				limited()
				return
			}
			f.firstLoad = cancel
			if f.locking.lockCount != locks {
				f.locking.lock() // locking was requested in the meantime
			}
		})
		if later = s.Keys().Count() > longList; later {
			return nil
		}
		return s.LoadKeys(ctx)
	}, func(err error) {
		switch {
		case s == nil:
			failed(err)
		case later:
			f.page.Tasks.After(firstDrawing, func() { f.loadLong(s) })
		case s == f.current:
			f.settings.keys.Loaded(err)
		}
	})
	f.loadNotes()
	return cancel
}

// loadLong loads a long list after the saved one was drawn: reading it would take processor time from drawing. The timer
// that calls it fires only after the drawing.
func (f *sessionFlow) loadLong(s *session.Session) {
	if s != f.current {
		return
	}
	f.firstLoad = background.GoErrFor(f.tasks, s.Network().WaitLimit(), s.LoadKeys, f.settings.keys.Loaded)
}

// show shows the settings page of a session whose keys are being loaded.
func (f *sessionFlow) show(s *session.Session) {
	f.locking.forgetTyped()
	f.leave()
	f.current, f.signIn, f.waiting = s, nil, false
	a, _ := s.Account(f.config.App.Settings.Get())
	f.chosen.account = a.ID
	if asked := f.config.Server; route.SameAddress(asked, s.Server()) || route.SameServer(asked, s.Server()) {
		f.config.Server = "" // done: the app is signed in to it
	}
	f.notices.skewTold, f.notices.keyringTold = 0, false
	var ctx context.Context
	ctx, f.end = context.WithCancel(f.config.Ctx)
	f.tasks = f.page.Tasks.Within(ctx, s.Network().WaitLimit())
	f.frame.setTitle(f.current)
	f.settings = f.newSettings(s)
	f.frame.show(f.settings.object)
	f.settings.Show(tabKeys)
}

// showSignIn shows the sign-in form. notice says why, and may be empty. again offers to ask the keyring again.
func (f *sessionFlow) showSignIn(notice string, again bool) { f.showSignInAs(notice, again, f.prefill) }

// showSignInAs is showSignIn with a form that fill has filled in. An unseen outcome of a batch is shown over the form.
func (f *sessionFlow) showSignInAs(notice string, again bool, fill func(*signin.Page)) {
	before := f.settings
	f.leave()
	f.waiting = false
	f.frame.setTitle(f.current)
	f.signIn = f.newSignIn()
	fill(f.signIn)
	f.signIn.For(f.chosen.account, f.chosen.back)
	f.chosen.back = nil
	f.signIn.Fail(notice)
	f.signIn.OfferAgain(again)
	if notice == "" && f.chosen.account == "" && settings.SeveralAt(f.config.App.Settings.Get().Accounts, f.config.Server) {
		f.signIn.Say(words.SeveralAt(f.config.Server))
	}
	f.frame.show(f.signIn.Object)
	f.signIn.Focus()
	if before != nil {
		before.keys.TellLeftBatch()
	}
}

func (f *sessionFlow) leave() { f.leaveFor(false) }

// leaveFor leaves the session. now means that the user may come back to it, as when switching accounts.
func (f *sessionFlow) leaveFor(now bool) {
	if f.settings != nil {
		f.page.Toasts.Clear() // the messages are about the page that is left
	}
	f.locking.leaveLockPage()
	f.clipboard.Clear()
	f.page.Dialogs.CloseAll()
	for _, end := range []context.CancelFunc{f.end, f.firstLoad} {
		if end != nil {
			end()
		}
	}
	f.end, f.firstLoad = nil, nil
	if f.settings != nil {
		f.settings.HideSecrets()
		f.settings.keys.Leave(now)
	}
	f.settings, f.current = nil, nil
}

// reloadKeys refreshes the list of the session that is shown, if there is one.
func (f *sessionFlow) reloadKeys() {
	if f.settings != nil {
		f.settings.keys.Reload(false)
	}
}

// askLogOut asks before logging out.
func (f *sessionFlow) askLogOut() {
	if f.current != nil || f.locked() {
		f.accounts.AskLogOut()
	}
}

// logOut logs out of a session. If all is set, or if s is nil because the window opened locked, it logs out of all
// accounts. forget also deletes the secrets kept in the keyring. notice is shown on the sign-in form.
func (f *sessionFlow) logOut(s *session.Session, all, forget bool, notice string) {
	f.chosen.loggedOut = s
	f.page.Toasts.Clear()
	f.stopOpening()
	f.showSignIn(notice, false)
	stopWaiting := f.page.Tasks.After(background.PromptPatience, func() {
		f.page.Toasts.Note(lang.L("Logged out. The keyring isn't answering; saved secrets will be deleted when it does, or at your next sign-in."))
	})
	background.GoVitalErr(f.page.Tasks, background.PromptLimit, func(ctx context.Context) error {
		if all || s == nil {
			return f.config.App.Sessions.LogOutAll(ctx, s, forget)
		}
		return f.config.App.Sessions.LogOut(ctx, s, forget)
	}, func(err error) {
		stopWaiting()
		if err != nil {
			f.page.Toasts.Error(words.LoggedOutBut(err))
		}
	})
}

// prefill fills in what is known about the next sign-in.
func (f *sessionFlow) prefill(p *signin.Page) {
	known := f.config.App.Settings.Get()
	p.Server.SetText(known.Server)
	if len(known.Accounts) == 0 {
		p.KeyID.SetText(known.KeyID)
	}
	if a, ok := known.Account(f.chosen.account); ok {
		p.Server.SetText(a.Server)
		p.KeyID.SetText(a.KeyID)
	}
	if f.config.Server != "" {
		if !route.SameAddress(f.config.Server, p.Server.Text) {
			p.KeyID.SetText("")
		}
		p.Server.SetText(f.config.Server)
	}
	if d := f.config.Demo; d != nil {
		p.Server.SetText(d.Server)
		p.KeyID.SetText(d.Credentials.KeyID)
		p.Secret.Insert(d.Credentials.Secret.Reveal())
		p.Keep.SetChecked(false)
	}
}

// loadNotes reads the notes about keys in the background. Opening a session does not wait for them.
func (f *sessionFlow) loadNotes() {
	background.GoErr(f.page.Tasks, func(context.Context) error { return f.config.App.Notes.Load() }, func(err error) {
		if err != nil {
			f.config.Logger.Warn("reading the notes", "error", err)
			f.page.Toasts.Error(words.NotesUnread(err))
		}
	})
}
