// Package shell is the application's one window: which page is shown, what has the keyboard, what shortcuts and menus
// do, when it locks, and how it ends. Every page is below it and knows nothing of it but the Host that it asks for.
package shell

import (
	"context"
	"log/slog"
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
	"accesskeys/views/topbar"
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

// window is the application's one window: what it is made of, each part with a subject of its own.
type window struct {
	config    *Config
	page      *page.Window
	frame     *frame
	system    *systemWindow
	size      *windowSize
	clipboard *clipboardguard.Guard
	scrub     *scrubber
	writer    *settingsWriter
	opening   *opening
	session   *sessionFlow
	locking   *locking
	notices   *notices
	reach     *reach
	focus     *focusWatch
	looks     *looks
	commands  *commands
	input     *input
	raising   *raising
	ending    *ending
}

func newWindow(win fyne.Window, c Config) *window {
	w := &window{config: &c, page: newPage(win, c),
		opening: &opening{stop: func() {}}, session: &sessionFlow{}, locking: &locking{}, input: &input{}}
	w.frame = &frame{page: w.page, win: win, body: container.NewStack()}
	w.clipboard = clipboardguard.New(w.page.Tasks, c.Logger, c.Clipboard)
	w.system = &systemWindow{config: w.config, page: w.page, frame: w.frame}
	w.writer = &settingsWriter{config: w.config, page: w.page, stopTable: func() {}, stopList: func() {}}
	w.size = newWindowSize(win, w.page.Tasks, c.App.Settings.Get().Window)
	w.scrub = &scrubber{page: w.page, session: w.session, overwrite: wipe.FreedMemory, stop: func() {}}
	w.notices = &notices{config: w.config, page: w.page, session: w.session, scrub: w.scrub}
	w.reach = &reach{config: w.config, page: w.page, session: w.session, writer: w.writer, jitter: keyspage.Spread}
	w.focus = &focusWatch{config: w.config, page: w.page, system: w.system, session: w.session, locking: w.locking}
	w.raising = &raising{config: w.config, page: w.page, system: w.system, session: w.session, opening: w.opening, locking: w.locking}
	w.ending = &ending{config: w.config, page: w.page, frame: w.frame, system: w.system, size: w.size, session: w.session,
		writer: w.writer, clipboard: w.clipboard}
	w.commands = &commands{config: w.config, page: w.page, session: w.session, locking: w.locking, ending: w.ending, clipboard: w.clipboard}
	w.looks = &looks{config: w.config, page: w.page, frame: w.frame, session: w.session, opening: w.opening, locking: w.locking, writer: w.writer}
	w.link()
	w.connect()
	w.looks.followTheme()
	return w
}

// newPage is what every page is given of the window.
func newPage(win fyne.Window, c Config) *page.Window {
	p := &page.Window{Canvas: win.Canvas(), Tasks: background.New(c.Ctx, route.Network{}.WaitLimit()), Typing: &control.Typing{}}
	p.Tips = control.NewTips(p.Tasks)
	p.Toasts = toast.New(p.Tasks, p.Tips, topbar.Height)
	p.Dialogs = dialog.New(p.Canvas, p.Tips.Clear)
	return p
}

// link completes the parts that know one another.
func (w *window) link() {
	*w.opening = opening{config: w.config, page: w.page, frame: w.frame, session: w.session, locking: w.locking, stop: w.opening.stop}
	*w.session = sessionFlow{config: w.config, page: w.page, frame: w.frame, opening: w.opening, locking: w.locking,
		notices: w.notices, clipboard: w.clipboard,
		newSettings: func(s *session.Session) *settingsPage { return newSettingsPage(w, s) },
		newSignIn:   func() *signin.Page { return signin.New(w.page, signInHost{w}, w.config.App, w.config.Logger) }}
	*w.locking = locking{config: w.config, page: w.page, frame: w.frame, opening: w.opening, session: w.session,
		scrub: w.scrub, clipboard: w.clipboard,
		newPage: func(kind lockpage.UnlockKind, keyID string) *lockpage.Page {
			return lockpage.New(w.page, lockHost{w}, w.config.App, kind, keyID, w.config.Demo != nil)
		}}
	w.locking.idle = newIdle(w.page.Tasks, func() (time.Duration, bool) { return w.config.App.Settings.Get().Privacy.Lock.Duration() }, w.locking.lock)
	*w.input = input{page: w.page, frame: w.frame, session: w.session, locking: w.locking, commands: w.commands, clipboard: w.clipboard}
}

// connect has the parts told of what happens in the window.
func (w *window) connect() {
	w.page.Typing.OnUsed, w.page.Typing.OnShortcut, w.page.Typing.OnTooLong = w.locking.idle.Active, w.input.typedShortcut, w.notices.tellTooLong
	w.page.CopyText, w.page.Toasts.OnFocusLost = w.input.copyText, w.input.focusBack
	w.page.Dialogs.OnClosed = w.session.leaveHidden
	w.clipboard.OnStuck, w.clipboard.OnGone = w.notices.tellStuck, w.scrub.scrub
	w.size.look, w.size.keep = w.system.ask, w.writer.keepSize
	w.size.maximized = func() (bool, bool) { return nativewindow.Maximized(w.system.handle) }
	w.size.maximize = func() { nativewindow.Maximize(w.system.handle) }
	win := w.frame.win
	win.SetPadded(false)
	win.SetContent(container.NewStack(control.NewWatcher(w.locking.idle.Active, w.size.Resized), w.frame.body, w.page.Toasts.Layer, w.page.Tips.Layer))
	win.SetCloseIntercept(w.ending.quit)
	win.Canvas().SetOnTypedKey(w.input.typedKey)
	win.Canvas().SetOnTypedRune(func(r rune) { keyboard.TypedRune(r, w.input.typedKey) })
	for _, s := range w.commands.registered() {
		win.Canvas().AddShortcut(s, w.input.typedShortcut)
	}
}

// AppName is what the program is called in the user's language.
func AppName() string { return lang.L("Access Keys") }
