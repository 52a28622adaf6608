package views

import (
	"context"
	"log/slog"
	"net/url"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
)

const (
	windowWidth  = 1221 // the width of the vendor's own pictures of the tab
	windowHeight = 700
)

// Config is what a window is made from.
type Config struct {
	Ctx    context.Context // ends when the process is told to
	App    *app.App
	Logger *slog.Logger
	Server string // address to offer for signing in, instead of the last one
	Demo   *Demo  // sign in to this without asking
	Exit   func() // ends the process at once
}

// Demo is an embedded back end to sign in to without being asked.
type Demo struct {
	Server      string
	Credentials client.Credentials
}

// window is the application's one window: the sign-in form, or the Personal Settings page.
type window struct {
	Config
	win     fyne.Window
	tasks   *tasks
	toasts  *toasts
	tips    *tips
	dialogs *dialogs
	body    *fyne.Container

	session  *app.Session
	settings *settingsPage // while signed in
	signIn   *signInPage   // while not
	opening  bool          // a session is being opened without asking
	quitting bool

	finishing sync.Once

	toldSkew    time.Duration // the clock's error that the person knows of
	toldKeyring bool          // the person knows that the keyring fails
	onQuit      func()        // ends the application, once the window has cleaned up
}

func newWindow(win fyne.Window, c Config) *window {
	w := &window{Config: c, win: win, tasks: newTasks(c.Ctx), body: container.NewStack()}
	w.toasts = newToasts(w.tasks)
	w.toasts.OnKey, w.toasts.OnFocusLost = w.typedKey, w.focusBack
	w.tips = newTips(w.tasks)
	w.dialogs = newDialogs(win.Canvas())
	win.SetPadded(false)
	win.Resize(fyne.NewSize(windowWidth, windowHeight))
	win.CenterOnScreen()
	win.SetContent(container.NewStack(w.body, w.toasts.layer, w.tips.layer))
	win.SetCloseIntercept(w.quit)
	win.Canvas().SetOnTypedKey(w.typedKey)
	for _, s := range []fyne.Shortcut{shortcutNew(), shortcutReload(), shortcutQuit()} {
		win.Canvas().AddShortcut(s, w.typedShortcut)
	}
	return w
}

func appName() string { return lang.L("Access Keys") }

// resume begins to open the remembered session, or the demo's.
func (w *window) resume() {
	if w.otherServer() {
		return
	}
	signIn := w.App.Resume
	if w.Demo != nil {
		signIn = func(ctx context.Context) (*app.Session, error) {
			return w.App.SignIn(ctx, w.Demo.Server, w.Demo.Credentials)
		}
	}
	w.opening = true
	w.open(signIn, w.showSession, func(err error) {
		w.Logger.Info("not signed in", "reason", err)
		w.showSignIn(notSignedIn(err), keyringFailed(err))
	})
}

// otherServer tells whether another server was asked for than the remembered one.
func (w *window) otherServer() bool {
	saved := w.App.Settings().Session
	return w.Server != "" && saved != nil && !sameServer(saved.Server, w.Server)
}

// firstLook shows something until the session is open, or the sign-in form if none is being opened.
func (w *window) firstLook() {
	if w.opening {
		w.show(waiting(lang.L("Opening…")))
		return
	}
	if w.session == nil {
		w.showSignIn("", false)
	}
}

// askAgain asks the keyring again for what it did not give.
func (w *window) askAgain() {
	w.resume()
	w.firstLook()
}

// open signs in, has the session shown, and loads its keys without waiting until it is: a start takes
// one drawing less that way. failed gets the error of signing in.
func (w *window) open(signIn func(context.Context) (*app.Session, error), opened func(*app.Session), failed func(error)) context.CancelFunc {
	var s *app.Session
	return act(w.tasks, func(ctx context.Context) (err error) {
		if s, err = signIn(ctx); err != nil {
			return err
		}
		w.tasks.post(func() { opened(s) })
		return s.Keys().Load(ctx)
	}, func(err error) {
		switch {
		case s == nil:
			failed(err)
		case s == w.session:
			w.settings.keys.loaded(err)
		}
	})
}

// showSession shows the Personal Settings of a session whose keys are being loaded.
func (w *window) showSession(s *app.Session) {
	w.session, w.signIn, w.opening = s, nil, false
	w.toldSkew, w.toldKeyring = 0, false
	w.win.SetTitle(appName() + " – " + host(s.Server()))
	w.settings = newSettingsPage(w, s)
	w.show(w.settings.object)
	w.settings.showKeys()
}

// showSignIn asks for a key; notice says why, or nothing. again offers to ask the keyring again.
func (w *window) showSignIn(notice string, again bool) {
	w.leaveSession()
	w.opening = false
	w.win.SetTitle(appName())
	w.signIn = newSignInPage(w)
	w.signIn.fail(notice)
	show(w.signIn.again, again)
	w.show(w.signIn.object)
	w.signIn.focus()
}

func (w *window) leaveSession() {
	w.dialogs.CloseAll()
	if w.settings != nil {
		w.settings.keys.leave()
	}
	w.settings = nil
	w.session = nil
}

func (w *window) show(o fyne.CanvasObject) {
	w.win.Canvas().Unfocus()
	w.body.Objects = []fyne.CanvasObject{o}
	w.body.Refresh()
}

// askLogOut asks, and offers to forget the secrets that were revealed here too.
func (w *window) askLogOut() {
	s := w.session
	if s == nil {
		return
	}
	forget := newCheck(lang.L("Also forget the secrets kept in this computer's keyring"), true)
	forget.OnKey = w.dialogs.key
	w.dialogs.Ask(question{
		Title: lang.L("Log out?"),
		Body: []fyne.CanvasObject{
			paragraph(lang.L("The app forgets the key that it is signed in with. Nothing changes on the server.")), forget},
		Verb:  lang.L("Log Out"),
		Kind:  buttonPrimary,
		OnYes: func() { w.logOut(s, forget.Checked, "") },
	})
}

func (w *window) logOut(s *app.Session, forget bool, notice string) {
	w.toasts.Clear()
	w.showSignIn(notice, false)
	settle(w.tasks, func(ctx context.Context) error { return w.App.LogOut(ctx, s, forget) }, func(err error) {
		if err != nil {
			w.toasts.Error(lang.L("Logged out, but the keyring may still hold what was kept.") + " " + explain(err))
		}
	})
}

// lockedOut ends a session whose own key was disabled or deleted.
func (w *window) lockedOut(id string) {
	if w.session != nil && w.session.KeyID() == id {
		w.logOut(w.session, false, lang.L("{{.ID}} was the key that this app was signed in with. Sign in with another one.",
			map[string]any{"ID": id}))
	}
}

// shown tells scripts that the list is there to be seen.
func (w *window) shown(count int) {
	w.Logger.Info("keys on screen", "count", count)
	if w.session != nil {
		w.tellSkew(w.session.Skew())
	}
}

func (w *window) tellSkew(skew time.Duration) {
	if skew == w.toldSkew {
		return
	}
	w.toldSkew = skew
	w.toasts.Note(lang.L("This computer's clock is {{.Skew}} off from the server's. Requests are signed with the server's time.",
		map[string]any{"Skew": skew.Abs().Round(time.Second).String()}))
}

// tellKeyring says once a session that the keyring fails, and what that means.
func (w *window) tellKeyring(err error, meaning string) {
	if !w.toldKeyring {
		w.toldKeyring = true
		w.toasts.Note(explain(err) + " " + meaning)
	}
}

// focusBack gives the keyboard to the list, where what had it is gone.
func (w *window) focusBack() {
	if w.settings != nil && w.settings.keysShown() && !w.dialogs.Open() {
		w.win.Canvas().Focus(w.settings.keys.list)
	}
}

func (w *window) copyText(s string) { fyne.CurrentApp().Clipboard().SetContent(s) }

// typedKey takes the keys that nothing in the window has a use for.
func (w *window) typedKey(e *fyne.KeyEvent) {
	switch {
	case w.dialogs.Open():
		w.dialogs.key(e)
	case e.Name == fyne.KeyEscape:
		w.toasts.DismissLatest()
	case e.Name == fyne.KeyF5:
		w.onKeys((*keysPage).reload)
	}
}

// typedShortcut takes the shortcuts that work everywhere. Only Quit does while a dialog is open.
func (w *window) typedShortcut(s fyne.Shortcut) {
	switch s.ShortcutName() {
	case shortcutQuit().ShortcutName():
		w.quit()
	case shortcutNew().ShortcutName():
		w.onKeys((*keysPage).create)
	case shortcutReload().ShortcutName():
		w.onKeys((*keysPage).reload)
	}
}

func (w *window) onKeys(action func(*keysPage)) {
	if w.settings == nil || w.dialogs.Open() {
		return
	}
	w.settings.showKeys()
	action(w.settings.keys)
}

// quit closes the window.
func (w *window) quit() {
	if w.quitting {
		return
	}
	w.quitting = true
	w.leaveSession()
	w.win.Hide()
	w.ensureEnd()
	w.onQuit()
}

// ensureEnd ends the process soon, if it does not end by itself: Fyne 2.8.1 can wait for ever, when its
// loop is over, for an event of its own that nobody handles any more.
func (w *window) ensureEnd() {
	w.tasks.timer(endLimit, func() {
		w.finish()
		w.Exit()
	})
}

// finish completes what must not be left half done, and cleans up, once.
func (w *window) finish() {
	w.finishing.Do(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(w.Ctx), closeLimit)
		defer cancel()
		w.tasks.finish(ctx)
		if err := w.App.Close(ctx); err != nil {
			w.Logger.Warn("cleaning up", "error", err)
		}
	})
}

// host is the part of a server's address that tells it from others.
func host(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return address
}

// sameServer tells whether two addresses, as typed, mean the same server.
func sameServer(a, b string) bool {
	bare := func(s string) string {
		s = strings.TrimRight(strings.TrimSpace(s), "/")
		return strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	}
	return bare(a) == bare(b)
}
