// Package shell is the application's one window: which page is shown, what has the keyboard, what shortcuts and menus do,
// when the window locks, and how the program ends. The pages do not import it: each knows only its own Host interface.
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
	"accesskeys/client"
	"accesskeys/client/route"
	"accesskeys/views/accounts"
	"accesskeys/views/autorefresh"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/diskwriter"
	"accesskeys/views/hidewhenaway"
	"accesskeys/views/history"
	"accesskeys/views/keyspage"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/toast"
	"accesskeys/views/kit/tooltip"
	"accesskeys/views/language"
	"accesskeys/views/lockpage"
	"accesskeys/views/noanswer"
	"accesskeys/views/notices"
	"accesskeys/views/quitting"
	"accesskeys/views/scrubber"
	"accesskeys/views/signin"
	"accesskeys/views/systemwindow"
	"accesskeys/views/windowsize"
	"accesskeys/views/words"
)

// Config is the configuration of the window.
type Config struct {
	Ctx    context.Context // canceled when the system asks the process to end
	App    *app.App
	Logger *slog.Logger
	Server string // the address requested for signing in, instead of the last one; may be empty
	Demo   *Demo  // signed in to without asking; nil if this is not the demo

	Catalogue *language.Catalogue
	Version   string // of the program

	Clipboard clipboardguard.System    // for secrets
	Exit      func()                   // ends the process at once, with status 0
	Signals   *process.EndSignals      // the signals that cancel Ctx
	Instance  *singleinstance.Instance // reports other starts of the program; may be nil
}

// Demo is an embedded back end to sign in to without being asked.
type Demo struct {
	Server      string
	Credentials client.Credentials
}

// window is the application's one window. Each part has one subject.
type window struct {
	config    *Config
	page      *page.Window
	frame     *frame
	state     *state
	clipboard *clipboardguard.Guard
	system    *systemwindow.Window
	size      *windowsize.Keeper
	writer    *diskwriter.Writer
	scrub     *scrubber.Scrubber
	notices   *notices.Notices
	reach     *reach
	locking   *locking
	focus     *hidewhenaway.Watch
	looks     *looks
	session   *sessionFlow
	opening   *opening
	raising   *raising
	ending    *quitting.Ending
	commands  *commands
	input     *input
}

// newWindow makes the parts. Each refers only to parts that are made before it.
func newWindow(win fyne.Window, c Config) *window {
	w := &window{config: &c, page: newPage(win, c), state: &state{stopOpening: func() {}, chosen: chosen{cursors: map[string]keytable.Place{}}}}
	w.frame = &frame{page: w.page, win: win, body: container.NewStack(), setMenu: func() {}}
	w.clipboard = clipboardguard.New(w.page.Tasks, c.Logger, c.Clipboard)
	w.system = systemwindow.New(win, w.page.Tasks, c.App.Settings, c.Logger)
	w.size = windowsize.New(win, w.page.Tasks, c.App.Settings.Get().Window)
	w.writer = diskwriter.New(c.App, w.page, c.Logger)
	w.scrub = scrubber.New(w.page.Tasks, w.state.closeIdle, wipe.FreedMemory)
	w.notices = notices.New(w.page, w.scrub, c.Logger)
	w.reach = &reach{state: w.state, config: w.config, page: w.page, writer: w.writer, jitter: autorefresh.Spread}
	w.locking = newLocking(w.state, w.config, w.page, w.frame, w.scrub, w.clipboard)
	w.focus = hidewhenaway.New(awayHost{state: w.state, onUsed: func() { w.locking.idle.Active() }}, w.page, c.Logger, w.system)
	w.looks = &looks{state: w.state, config: w.config, page: w.page, frame: w.frame, writer: w.writer}
	w.session = &sessionFlow{state: w.state, config: w.config, page: w.page, frame: w.frame, locking: w.locking, notices: w.notices, clipboard: w.clipboard,
		accounts: accounts.New(w.page, func() *app.App { return w.config.App })}
	w.opening = &opening{state: w.state, config: w.config, page: w.page, frame: w.frame, session: w.session, locking: w.locking}
	switching := &switching{state: w.state, config: w.config, page: w.page, frame: w.frame, writer: w.writer, session: w.session, opening: w.opening, accounts: w.session.accounts,
		clipboard: w.clipboard}
	w.raising = &raising{state: w.state, config: w.config, page: w.page, system: w.system, switching: switching}
	w.ending = quitting.New(quitting.Program{Ctx: c.Ctx, Logger: c.Logger, Instance: c.Instance},
		w.page, quitHost{w.session}, w.system, w.size, w.writer, w.clipboard)
	w.commands = &commands{state: w.state, config: w.config, page: w.page, session: w.session, locking: w.locking, ending: w.ending, clipboard: w.clipboard, switching: switching}
	w.input = &input{state: w.state, page: w.page, frame: w.frame, commands: w.commands, clipboard: w.clipboard}
	w.connect()
	history.Keep(w.page, w.config.App.History)
	w.content()
	w.looks.followTheme()
	return w
}

// newPage returns what every page gets from the window.
func newPage(win fyne.Window, c Config) *page.Window {
	p := &page.Window{Canvas: win.Canvas(), Tasks: background.New(c.Ctx, route.Network{}.WaitLimit()), Typing: &control.Typing{}}
	p.Tips = tooltip.New(p.Tasks)
	p.Toasts = toast.New(p.Tasks, p.Tips)
	p.Tips.Spare = p.Toasts.OnScreen
	noanswer.Tell(p)
	p.Presses.Now, p.Presses.OnKey = func() time.Time { return p.Tasks.Now() }, p.Tips.Clear
	p.Presses.Post = func(f func()) { p.Tasks.Post(f) }
	p.Dialogs = dialog.New(p.Canvas, func() {
		p.Tips.Clear()
		p.Presses.Changed()
	})
	p.Typing.OnMenu = p.Dialogs.FieldMenu
	return p
}

// connect sets the callbacks of parts that need parts made after them.
func (w *window) connect() {
	w.session.newSettings, w.session.newSignIn, w.locking.newPage = w.newSettingsPage, w.newSignInPage, w.newLockPage
	switching := w.commands.switching
	w.session.accounts.Host, w.frame.sessionName, w.page.Dialogs.Heading = accountsHost{switching}, switching.sessionName, switching.heading
	w.locking.onStartUnlocked, w.locking.onNotStored, w.locking.onUnlocked = w.opening.startUnlocked, w.session.notStored, w.raising.offerPendingServer
	w.page.Typing.OnShortcut, w.page.Typing.OnTooLong = w.input.typedShortcut, w.notices.TellTooLong
	w.page.CopyText, w.page.Toasts.OnFocusLost, w.page.Dialogs.OnClosed = w.input.copyText, w.input.focusBack, w.dialogClosed
	w.page.Toasts.OnPressed, w.page.Toasts.OnMoved, w.page.Toasts.Away = w.page.Presses.Changed, w.page.Presses.Changed, func() bool { return w.focus.Lost }
	w.page.Toasts.Room = func() toast.Room { return w.frame.messageRoom(w.state.settings) }
	w.page.Toasts.Covered = w.page.Dialogs.IsOpen
	w.page.Toasts.OnMore, w.page.Toasts.Brief = w.page.ShowMessage, words.ShortIDs
	w.clipboard.OnStuck, w.clipboard.OnGone, w.clipboard.OnClear = w.notices.TellStuck, w.scrub.Scrub, w.notices.TellCleared
	w.size.Look, w.size.Keep = w.system.Ask, w.writer.KeepSize
	w.size.Maximized = func() (bool, bool) { return nativewindow.Maximized(w.system.Handle) }
	w.size.Maximize = func() { nativewindow.Maximize(w.system.Handle) }
}

// dialogClosed moves the keyboard away from widgets that have gone, gives it back to what is shown, and has the press that
// closed the dialog ignored by what was under it. What a message under it offers can be taken from now on.
func (w *window) dialogClosed() {
	w.page.Presses.Changed()
	if w.state.settings != nil {
		keyspage.DialogClosed(w.state.settings.keys)
	}
	// The click that opened the dialog took the keyboard away, or another page has been shown below it.
	if now := w.page.Canvas.Focused(); now == nil || !press.IsVisible(now) {
		w.input.focusPage()
	}
	w.page.Toasts.Uncovered()
}

// content sets the content of the toolkit's window, and its callbacks for keys and closing.
func (w *window) content() {
	win := w.frame.win
	win.SetPadded(false)
	win.SetContent(container.NewStack(w.followActivity(), w.page.Toasts.Around(w.frame.body), w.page.Tips.Layer))
	win.SetCloseIntercept(w.ending.Ask)
	win.Canvas().SetOnTypedKey(w.input.typedKey)
	win.Canvas().SetOnTypedRune(func(r rune) { press.TypedRune(r, w.input.typedKey) })
	for _, s := range append(w.commands.shortcuts().Registered(), accounts.AllShortcuts()...) {
		win.Canvas().AddShortcut(s, w.input.typedShortcut)
	}
}

func (w *window) newSignInPage() *signin.Page {
	host := signInHost{state: w.state, session: w.session, opening: w.opening, writer: w.writer, notices: w.notices, commands: w.commands, switched: w.commands.switching}
	return signin.New(w.page, host, w.config.App, w.config.Logger)
}

func (w *window) newLockPage(kind lockpage.UnlockKind) *lockpage.Page {
	host := lockHost{session: w.session, opening: w.opening, locking: w.locking, frame: w.frame}
	return lockpage.New(w.page, host, w.config.App, kind, w.state.current, w.config.Demo != nil)
}

// AppName returns the program's name in the user's language.
func AppName() string { return lang.L("Access Keys") }
