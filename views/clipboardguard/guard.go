// Package clipboardguard looks after a copied secret: it counts down and clears the clipboard in time.
package clipboardguard

import (
	"context"
	"errors"
	"log/slog"
	"runtime"
	"time"

	"accesskeys/app/platform/clipboard"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/kit/background"
)

// Guard looks after the secret on the clipboard: it counts down, and clears it when its time is over or it
// must not be there any more. What another program has copied since stays.
type Guard struct {
	tasks    *background.Tasks
	log      *slog.Logger
	system   System
	plain    *plainClipboard // for where the system's cannot mark
	OnChange func()
	OnStuck  func(restored bool) // the secret could not be taken away, or another program has put it back
	OnGone   func()              // the secret is not there any more, or will not be in a moment
	OnClear  func()              // it was taken away because the user wanted that

	at    System           // where the secret is; nil when none is
	since time.Time        // when it was copied
	keep  settings.Seconds // for how long
	name  func() string    // what it is; nil is a secret alone
	stop  func()           // ends the countdown

	copying  bool     // one is being copied
	clearing int      // how often one is being cleared, which would take away the next
	next     *copying // is to be copied after that
	dropped  bool     // what is being copied is not wanted any more
	Clears   int      // how often it was to be cleared
}

// copying is a secret to be copied.
type copying struct {
	secret client.Secret
	name   func() string
	keep   settings.Seconds
	done   func(error)
}

// New returns a guard of the system's clipboard.
func New(t *background.Tasks, log *slog.Logger, system System) *Guard {
	if runtime.GOOS == "darwin" {
		system = apart{system, t}
	}
	return &Guard{tasks: t, log: log, system: system, plain: &plainClipboard{tasks: t}, OnChange: func() {}, stop: func() {}}
}

// Copy puts a secret on the clipboard for a time. done gets the error; after nil it is there. Of secrets that
// are to be copied while one is, the last one is, and it alone is told of.
func (c *Guard) Copy(s client.Secret, keep settings.Seconds, done func(error)) {
	c.CopyNamed(nil, s, keep, done)
}

// CopyNamed is Copy for what has a name in the language in use.
func (c *Guard) CopyNamed(name func() string, s client.Secret, keep settings.Seconds, done func(error)) {
	c.next = &copying{secret: s, name: name, keep: keep, done: done}
	c.copyNext()
}

func (c *Guard) copyNext() {
	if c.copying || c.clearing > 0 || c.next == nil {
		return
	}
	wanted, at := c.next, c.system
	c.next, c.copying, c.dropped = nil, true, false
	background.GoVitalErr(c.tasks, background.ClipboardLimit, func(ctx context.Context) error {
		err := at.Copy(ctx, wanted.secret)
		if errors.Is(err, errors.ErrUnsupported) {
			at = c.plain
			err = at.Copy(ctx, wanted.secret)
		}
		return err
	}, func(err error) {
		c.copying = false
		if err != nil {
			c.log.Warn("copying a secret", "error", err)
		}
		switch {
		case c.next != nil:
			c.copyNext()
			return
		case c.dropped:
			c.clearAt(at, func() {})
			return
		case err == nil:
			c.begin(at, wanted)
		}
		wanted.done(err)
	})
}

func (c *Guard) begin(at System, copied *copying) {
	c.stop()
	c.at, c.keep, c.name, c.since = at, copied.keep, copied.name, c.tasks.Now()
	c.tick()
}

// tick looks, once a second, whether the secret is still there and may be.
func (c *Guard) tick() {
	switch {
	case !c.at.Held():
		c.forget()
	case c.over() && !c.copying: // what is being copied takes its place
		c.drop(func() {})
	default:
		c.stop = c.tasks.After(time.Second, c.tick)
		c.OnChange()
	}
}

// Held tells whether a secret is on the clipboard.
func (c *Guard) Held() bool { return c.at != nil }

// Name is what is on the clipboard, in the language in use, or "" for a secret alone.
func (c *Guard) Name() string {
	if c.name == nil {
		return ""
	}
	return c.name()
}

// Left is how long the secret stays, or that it does until it is cleared.
func (c *Guard) Left() (left time.Duration, ends bool) {
	keep, ends := c.keep.Duration()
	return max(0, keep-background.Elapsed(c.since, c.tasks.Now())), ends
}

func (c *Guard) over() bool {
	left, ends := c.Left()
	return ends && left <= 0
}

// Clear takes the secret away, and one that is just being copied.
func (c *Guard) Clear() { c.clear(func() {}) }

// ClearNow is Clear when the user wants it.
func (c *Guard) ClearNow() { c.clear(c.OnClear) }

func (c *Guard) clear(done func()) {
	c.next, c.dropped = nil, true
	c.Clears++
	if c.at != nil {
		c.drop(done)
	}
}

// drop takes away the secret that is there.
func (c *Guard) drop(done func()) {
	at := c.at
	c.forget()
	c.clearAt(at, done)
}

// clearAt takes away the secret that is at a place. done is for when that worked.
func (c *Guard) clearAt(at System, done func()) {
	c.clearing++
	background.GoVitalErr(c.tasks, background.ClipboardLimit, at.Clear, func(err error) {
		c.clearing--
		if err != nil {
			c.log.Warn("clearing the clipboard", "error", err)
			c.OnStuck(errors.Is(err, clipboard.ErrRestored))
		} else {
			done()
		}
		c.copyNext()
	})
}

func (c *Guard) forget() {
	c.stop()
	c.at = nil
	c.OnChange()
	c.OnGone()
}

// ClearBeforeQuit takes away what only the toolkit can, while it still can. Close does the rest.
func (c *Guard) ClearBeforeQuit() {
	c.ReplacedByUs()
	c.plain.clearNow()
}

// ReplacedByUs is for when the toolkit has copied something else: its clipboard cannot tell the two apart.
func (c *Guard) ReplacedByUs() {
	if c.at == c.plain {
		c.forget()
	}
}

// Close clears whatever secret of ours is on the system's clipboard. It is for the end, when nothing runs
// on the UI thread any more.
func (c *Guard) Close() { c.system.Close() }
