package shell

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app"
	"accesskeys/app/session"
	"accesskeys/assets"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/style"
	"accesskeys/views/language"
	"accesskeys/views/windowsize"
)

func TestMain(m *testing.M) {
	if _, err := language.Load(assets.Translations, canDraw); err != nil {
		panic(err)
	}
	test.NewApp().Settings().SetTheme(style.New(nil))
	os.Exit(m.Run())
}

func canDraw(string) bool { return true }

// rig is the window on Fyne's test driver, signed in to the demo back end over real HTTP. Background work runs inline,
// unless it is held back.
type rig struct {
	t      testing.TB
	app    *app.App
	server *demo.Server
	others []*demo.Server // of further accounts
	dir    string
	store  *memoryStore
	w      *window
	held   []func()
	hold   bool
	quit   bool

	fontless bool // the system has no font for Chinese

	clip   *memoryClipboard
	now    time.Time
	timers []*timer // pending timers
	atSize func()   // lays out what depends on the window's size
}

func newRig(t testing.TB, o demo.Options) *rig {
	t.Helper()
	r := signedOutRig(t, o)
	r.toDemo()
	r.start()
	if !r.listShown() {
		t.Fatal("not signed in")
	}
	return r
}

func signedOutRig(t testing.TB, o demo.Options) *rig {
	t.Helper()
	useToolkit(t)
	server, err := demo.Start("", o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	r := &rig{t: t, server: server, dir: filepath.Join(t.TempDir(), "settings"), store: &memoryStore{secrets: map[string]client.Secret{}},
		clip: &memoryClipboard{}, atSize: func() {}, now: time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)}
	r.open()
	return r
}

// restarting returns a rig for another run of the program, which has made its window but not started yet.
func (r *rig) restarting() *rig {
	next := &rig{t: r.t, server: r.server, others: r.others, dir: r.dir, store: r.store, clip: r.clip, atSize: func() {}, now: r.now}
	next.open()
	return next
}

// restarted returns a rig for another run of the program, which has started.
func (r *rig) restarted() *rig {
	next := r.restarting()
	next.start()
	return next
}

// open makes the window.
func (r *rig) open() {
	r.app = app.New(app.Config{
		Dir:       r.dir,
		Store:     r.store,
		Connector: session.NewConnector(client.Options{}),
		Logger:    slog.New(slog.DiscardHandler),
		Now:       func() time.Time { return r.now },
	})
	r.t.Setenv("LANGUAGE", spoken) // an earlier start in the same test may have changed it
	languages, err := language.Load(assets.Translations, func(string) bool { return !r.fontless })
	if err != nil {
		r.t.Fatal(err)
	}
	languages.Use(languages.Resolve(r.app.Settings.Get().Language))
	r.t.Cleanup(func() { languages.Use(languages.System) })
	win := test.NewTempWindow(r.t, nil)
	r.w = newWindow(win, Config{Ctx: context.Background(), App: r.app, Logger: slog.New(slog.DiscardHandler), Clipboard: r.clip, Catalogue: languages})
	r.w.config.Exit = func() { r.quit = true }
	r.w.scrub.Overwrite = func() {} // of all tests' memory, it takes long
	r.w.page.Tasks.Post = func(update func()) {
		if r.w.page.Tasks.Closing.Err() == nil {
			update()
		}
	}
	r.w.page.Tasks.Start = func(work func()) {
		if r.hold {
			r.held = append(r.held, work)
			return
		}
		work()
	}
	r.w.page.Tasks.Now = func() time.Time { return r.now }
	r.w.reach.jitter = func(d time.Duration) time.Duration { return d }
	r.w.page.Tasks.Timer = func(d time.Duration, f func()) func() {
		due := &timer{at: r.now.Add(d), f: f}
		r.timers = append(r.timers, due)
		return func() { due.f = func() {} }
	}
	r.w.locking.idle.Active()
	win.Resize(fyne.NewSize(windowsize.Width, windowsize.Height))
}

// release runs the work that was held back.
func (r *rig) release() {
	r.hold = false
	held := r.held
	r.held = nil
	for _, work := range held {
		work()
	}
}

// late has what act starts in the background run only when the returned function is called.
func (r *rig) late(act func()) (run func()) {
	hold, before := r.hold, r.held
	r.hold, r.held = true, nil
	act()
	works := r.held
	r.hold, r.held = hold, before
	return func() {
		for _, work := range works {
			work()
		}
	}
}

// timer is a function to call at a time.
type timer struct {
	at time.Time
	f  func()
}

// pass advances the clock and fires the timers that are due, in order.
func (r *rig) pass(d time.Duration) {
	end := r.now.Add(d)
	for {
		slices.SortStableFunc(r.timers, func(a, b *timer) int { return a.at.Compare(b.at) })
		if len(r.timers) == 0 || r.timers[0].at.After(end) {
			r.now = end
			return
		}
		due := r.timers[0]
		r.timers = r.timers[1:]
		r.now = due.at
		due.f()
	}
}

func (r *rig) asked(method, suffix string) int {
	n := 0
	match := demo.On(method, suffix)
	for _, q := range r.server.Requests() {
		if match(q.Method, q.Path) {
			n++
		}
	}
	return n
}

// requests is how often the server was asked for anything. It leaves out the last of the three places at which a sign-in looks
// for the API side by side: once it has found that, the server may note this one late.
func (r *rig) requests() int {
	all := r.server.Requests()
	return len(slices.DeleteFunc(all, func(q demo.Request) bool { return q.Path == "/v1/version" }))
}

// lose has the server send nonsense from now on. find ends that.
func (r *rig) lose() { r.server.SetFaults(demo.Faults{Malformed: true}) }
func (r *rig) find() { r.server.SetFaults() }

// sleep simulates a sleeping computer: the clock advances, but timers do not fire.
func (r *rig) sleep(d time.Duration) {
	r.now = r.now.Add(d)
	for _, t := range r.timers {
		t.at = t.at.Add(d)
	}
}

// lists returns how often the list was requested.
func (r *rig) lists() int { return r.asked("GET", "/management/accesskeys") }
