package views

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
	"accesskeys/app/desktop"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/keyboard"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// Config is what a window is made from.
type Config struct {
	Ctx    context.Context // ends when the process is told to
	App    *app.App
	Logger *slog.Logger
	Server string // address to offer for signing in, instead of the last one
	Demo   *Demo  // sign in to this without asking

	Languages *Languages // as loaded
	Version   string     // the program's own

	Clipboard app.Clipboard       // for secrets
	Exit      func()              // ends the process at once, with status 0
	Signals   *desktop.EndSignals // those that end Ctx
	Instance  *desktop.Instance   // what tells of other starts of the program; nil is that nothing does
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
	tasks   *background.Tasks
	toasts  *toast.Toasts
	tips    *control.Tips
	dialogs *dialog.Dialogs
	copied  *copied
	idle    *idle
	place   *placement
	body    *fyne.Container

	session *app.Session
	during  *background.Tasks // those that end with the session

	endSession context.CancelFunc // of what is done during the session
	firstLoad  context.CancelFunc // of its first list
	settings   *settingsPage      // while signed in
	signIn     *signInPage        // while not
	cover      *lockPage          // while locked
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
	w := &window{Config: c, win: win, tasks: background.New(c.Ctx, app.CallLimit(client.Network{})), body: container.NewStack(),
		overwrite: desktop.Scrub, stopScrub: func() {}, stopSaving: func() {}, stopKeeping: func() {}, jitter: spread, stopResuming: func() {}}
	w.tips = control.NewTips(w.tasks)
	w.toasts = toast.New(w.tasks, w.tips, topBarHeight)
	w.toasts.OnKey, w.toasts.OnFocusLost = w.typedKey, w.focusBack
	w.dialogs = dialog.New(win.Canvas(), w.tips.Clear)
	w.dialogs.OnClosed = w.leaveHidden
	w.copied = newCopied(w.tasks, c.Logger, c.Clipboard)
	w.copied.onStuck, w.copied.onGone = w.tellStuck, w.scrub
	w.idle = newIdle(w.tasks, func() (time.Duration, bool) { return c.App.Settings().Privacy.Lock.Duration() }, w.lock)
	w.followTheme()
	win.SetPadded(false)
	w.place = newPlacement(win, w.tasks, c.App.Settings().Window)
	w.place.look, w.place.locate, w.place.keep = w.look, w.locate, w.keepPlace
	win.SetContent(container.NewStack(control.NewWatcher(w.pointerMoved, w.place.Resized), w.body, w.toasts.Layer, w.tips.Layer))
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
	w.tips.Clear()
	w.body.Objects = []fyne.CanvasObject{o}
	w.body.Refresh()
}

// shown tells scripts that the list is there to be seen.
func (w *window) shown(count int) {
	w.Logger.Info("keys on screen", "count", count)
	w.scrub() // the answer may have had secrets in it
	if w.session != nil {
		w.tellSkew(w.session.Skew())
	}
}

// refreshed is shown for a list that was read by itself.
func (w *window) refreshed() {
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
	w.toasts.Note(lang.L("This computer's clock is {{.Skew}} off from the server's. Requests are signed with the server's time.",
		map[string]any{"Skew": words.Apart(skew)}))
}

// tellKeyring says once a session that the keyring fails, and what that means.
func (w *window) tellKeyring(err error, meaning string) {
	if !w.toldKeyring {
		w.toldKeyring = true
		w.toasts.Note(words.Sentences(words.Explain(err), meaning))
	}
}

// tellStuck says that a secret is where it should not be any more.
func (w *window) tellStuck(restored bool) {
	if restored {
		w.toasts.Error(lang.L("Another program put the secret back on the clipboard after it was cleared. Delete it in your clipboard manager, then copy something else."))
		return
	}
	w.toasts.Error(lang.L("The clipboard could not be cleared and may still hold the secret. Copy something else to replace it."))
}

// applyPrivacy has a changed choice hold from now on.
func (w *window) applyPrivacy() {
	w.idle.Watch()
	w.applyCapture()
}

func (w *window) copyText(s string) {
	fyne.CurrentApp().Clipboard().SetContent(s)
	w.copied.ReplacedByUs()
}
