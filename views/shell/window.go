// Package shell is the application's one window: which page is shown, what has the keyboard, what shortcuts and menus
// do, when it locks, and how it ends. Every page is below it and knows nothing of it but the Host that it asks for.
package shell

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/platform/process"
	"accesskeys/app/platform/singleinstance"
	"accesskeys/app/platform/wipe"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/language"
	"accesskeys/views/lockpage"
	"accesskeys/views/signin"
	"accesskeys/views/words"
)

// Config is what a window is made from.
type Config struct {
	Ctx    context.Context // ends when the process is told to
	App    *app.App
	Logger *slog.Logger
	Server string // address to offer for signing in, instead of the last one
	Demo   *Demo  // sign in to this without asking

	Catalogue *language.Catalogue // as loaded
	Version   string              // the program's own

	Clipboard clipboardguard.System    // for secrets
	Exit      func()                   // ends the process at once, with status 0
	Signals   *process.EndSignals      // those that end Ctx
	Instance  *singleinstance.Instance // what tells of other starts of the program; nil is that nothing does
}

// Demo is an embedded back end to sign in to without being asked.
type Demo struct {
	Server      string
	Credentials client.Credentials
}

// window is the application's one window: the sign-in form, or the Personal Settings page.
type window struct {
	Config
	*page.Window
	win       fyne.Window
	clipboard *clipboardguard.Guard
	idle      *idle
	size      *windowSize
	body      *fyne.Container

	session      *session.Session
	sessionTasks *background.Tasks // those that end with the session

	endSession context.CancelFunc // of what is done during the session
	firstLoad  context.CancelFunc // of its first list
	settings   *settingsPage      // while signed in
	signIn     *signin.Page       // while not
	cover      *lockpage.Page     // while locked
	opening    bool               // a session is being opened without asking
	quitting   bool
	onScreen   atomic.Bool
	unfocused  bool    // another window has the keyboard
	handle     uintptr // what the system calls the window
	locks      int     // how often it was to be locked

	stopSaving   func()
	stopKeeping  func()
	jitter       func(time.Duration) time.Duration // of the pause between two attempts to reach the server
	overwrite    func()                            // overwrites what memory was let go of
	stopScrub    func()
	scrubs       int // how often it is still to be done
	scrubbing    bool
	stopResuming context.CancelFunc // ends the opening of the remembered session

	ending, finishing sync.Once

	toldSkew      time.Duration // the clock's error that the user knows of
	toldKeyring   bool          // the user knows that the keyring fails
	toldForgetful bool          // the user knows that nothing is remembered
	toldOther     string        // what was said last about another start's server
}

func newWindow(win fyne.Window, c Config) *window {
	w := &window{Config: c, Window: &page.Window{Canvas: win.Canvas(), Tasks: background.New(c.Ctx, route.Network{}.WaitLimit())}, win: win, body: container.NewStack(),
		overwrite: wipe.FreedMemory, stopScrub: func() {}, stopSaving: func() {}, stopKeeping: func() {}, jitter: keyspage.Spread, stopResuming: func() {}}
	w.Tips = control.NewTips(w.Tasks)
	w.Toasts = toast.New(w.Tasks, w.Tips, topBarHeight)
	w.OnKey, w.OnShortcut, w.CopyText = w.typedKey, w.typedShortcut, w.copyText
	w.Toasts.OnKey, w.Toasts.OnFocusLost = w.OnKey, w.FocusBack
	w.Dialogs = dialog.New(win.Canvas(), w.Tips.Clear)
	w.Dialogs.OnClosed = w.leaveHidden
	w.clipboard = clipboardguard.New(w.Tasks, c.Logger, c.Clipboard)
	w.clipboard.OnStuck, w.clipboard.OnGone = w.tellStuck, w.Scrub
	w.idle = newIdle(w.Tasks, func() (time.Duration, bool) { return c.App.Settings.Get().Privacy.Lock.Duration() }, w.lock)
	w.OnUsed = w.idle.Active
	w.followTheme()
	win.SetPadded(false)
	w.size = newWindowSize(win, w.Tasks, c.App.Settings.Get().Window)
	w.size.look, w.size.keep = w.look, w.keepSize
	w.size.maximized = func() (bool, bool) { return nativewindow.Maximized(w.handle) }
	w.size.maximize = func() { nativewindow.Maximize(w.handle) }
	win.SetContent(container.NewStack(control.NewWatcher(w.idle.Active, w.size.Resized), w.body, w.Toasts.Layer, w.Tips.Layer))
	win.SetCloseIntercept(w.quit)
	win.Canvas().SetOnTypedKey(w.typedKey)
	win.Canvas().SetOnTypedRune(func(r rune) { keyboard.TypedRune(r, w.typedKey) })
	for _, s := range w.registered() {
		win.Canvas().AddShortcut(s, w.typedShortcut)
	}
	return w
}

// AppName is what the program is called in the user's language.
func AppName() string { return lang.L("Access Keys") }

func (w *window) show(o fyne.CanvasObject) {
	w.win.Canvas().Unfocus()
	w.Tips.Clear()
	w.body.Objects = []fyne.CanvasObject{o}
	w.body.Refresh()
}

// Shown tells scripts that the list is there to be seen.
func (w *window) Shown(count int) {
	w.Logger.Info("keys on screen", "count", count)
	w.Scrub() // the answer may have had secrets in it
	if w.session != nil {
		w.tellSkew(w.session.Skew())
	}
}

// Refreshed is shown for a list that was read by itself.
func (w *window) Refreshed() {
	w.Logger.Debug("list refreshed")
	w.scrubAtLeast(scrubAfterRefresh)
	if w.session != nil {
		w.tellSkew(w.session.Skew())
	}
}

func (w *window) tellSkew(skew time.Duration) {
	if skew == w.toldSkew {
		return
	}
	w.toldSkew = skew
	w.Toasts.Note(lang.L("This computer's clock is {{.Skew}} off from the server's. Requests are signed with the server's time.",
		map[string]any{"Skew": words.Apart(skew)}))
}

// TellKeyring says once a session that the keyring fails, and what that means.
func (w *window) TellKeyring(err error, meaning string) {
	if !w.toldKeyring {
		w.toldKeyring = true
		w.Toasts.Note(words.Sentences(words.Explain(err), meaning))
	}
}

// tellStuck says that a secret is where it should not be any more.
func (w *window) tellStuck(restored bool) {
	if restored {
		w.Toasts.Error(lang.L("Another program put the secret back on the clipboard after it was cleared. Delete it in your clipboard manager, then copy something else."))
		return
	}
	w.Toasts.Error(lang.L("The clipboard could not be cleared and may still hold the secret. Copy something else to replace it."))
}

// ApplyPrivacy has a changed choice hold from now on.
func (w *window) ApplyPrivacy() {
	w.idle.Watch()
	w.applyCapture()
}

func (w *window) copyText(s string) {
	fyne.CurrentApp().Clipboard().SetContent(s)
	w.clipboard.ReplacedByUs()
}

func (w *window) HasFocus() bool { return !w.unfocused }

func (w *window) Privacy() settings.Privacy { return w.App.Settings.Get().Privacy }

func (w *window) Table() settings.Table { return w.App.Settings.Get().Table }
