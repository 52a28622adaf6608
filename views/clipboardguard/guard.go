// Package clipboardguard guards a copied secret: it counts down, and clears the clipboard in time.
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

// Guard guards the secret on the clipboard: it counts down, and clears the secret when its time is over or when
// something else, such as locking, requires it. It does not clear what another program has copied since.
type Guard struct {
	tasks    *background.Tasks
	log      *slog.Logger
	system   System
	plain    *plainClipboard     // used if the system's clipboard cannot mark secrets
	OnChange func()              // called when Held, Name or Left may have changed
	OnStuck  func(restored bool) // called when clearing failed, or another program has put the secret back
	OnGone   func()              // called when the secret has left the clipboard, or is about to
	OnClear  func()              // called when the secret was cleared at the user's request
	OnDrop   func()              // called by Clear, ClearNow and ReplacedByUs: no secret that is being fetched is to be copied any more

	at       System           // the clipboard that holds the secret; nil if there is none
	since    time.Time        // when the secret was copied
	duration settings.Seconds // how long it stays
	name     func() string    // returns the name of what was copied; nil for a bare secret
	stop     func()           // stops the countdown

	copying        bool     // a secret is being copied
	clearing       int      // counts the clears in progress, which would also clear a secret copied now
	next           *copying // the secret to copy after those
	clearAfterCopy bool     // the secret that is being copied must be cleared right after
	replaced       bool     // the app has copied something else since the last clear began
}

// copying is a secret to be copied.
type copying struct {
	secret   client.Secret
	name     func() string
	duration settings.Seconds
	done     func(error)
}

// New returns a guard of the system's clipboard.
func New(t *background.Tasks, log *slog.Logger, system System) *Guard {
	if runtime.GOOS == "darwin" {
		system = onUIThread{system, t}
	}
	return &Guard{tasks: t, log: log, system: system, plain: &plainClipboard{tasks: t}, OnChange: func() {}, OnDrop: func() {}, stop: func() {}}
}

// Copy puts a secret on the clipboard for a time, and passes the error to done. If Copy is called while another secret
// is being copied, only the last secret counts: done is not called for the others.
func (c *Guard) Copy(s client.Secret, keep settings.Seconds, done func(error)) {
	c.CopyNamed(nil, s, keep, done)
}

// CopyNamed is Copy for something that has a name. name returns it in the current language.
func (c *Guard) CopyNamed(name func() string, s client.Secret, keep settings.Seconds, done func(error)) {
	c.next = &copying{secret: s, name: name, duration: keep, done: done}
	c.copyNext()
}

func (c *Guard) copyNext() {
	if c.copying || c.clearing > 0 || c.next == nil {
		return
	}
	wanted, at := c.next, c.system
	c.next, c.copying, c.clearAfterCopy = nil, true, false
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
		case c.clearAfterCopy:
			c.clearAt(at, func() {})
			return
		case err == nil:
			c.startCountdown(at, wanted)
		}
		wanted.done(err)
	})
}

func (c *Guard) startCountdown(at System, copied *copying) {
	c.stop()
	c.at, c.duration, c.name, c.since = at, copied.duration, copied.name, c.tasks.Now()
	c.tick()
}

// tick checks, once a second, whether the secret is still on the clipboard and whether its time is over.
func (c *Guard) tick() {
	switch {
	case !c.at.Held():
		c.forget()
	case c.over() && !c.copying: // a secret that is being copied replaces it anyway
		c.clearHeld(func() {})
	default:
		c.stop = c.tasks.After(time.Second, c.tick)
		c.OnChange()
	}
}

// Held reports whether a secret is on the clipboard.
func (c *Guard) Held() bool { return c.at != nil }

// Name returns the name of what is on the clipboard, in the current language, or "" for a bare secret.
func (c *Guard) Name() string {
	if c.name == nil {
		return ""
	}
	return c.name()
}

// Left returns how long the secret stays. If ends is false, it stays until it is cleared.
func (c *Guard) Left() (left time.Duration, ends bool) {
	keep, ends := c.duration.Duration()
	return max(0, keep-background.Elapsed(c.since, c.tasks.Now())), ends
}

func (c *Guard) over() bool {
	left, ends := c.Left()
	return ends && left <= 0
}

// Clear clears the secret, including one that is being copied.
func (c *Guard) Clear() { c.clear(func() {}) }

// ClearNow is Clear at the user's request. It reports whether there is a secret to clear, and calls OnClear afterwards: some
// seconds later, once no clipboard manager has put the secret back, unless the app has copied something else by then.
func (c *Guard) ClearNow() (held bool) { return c.clearHeldThen(c.OnClear) }

// ClearHeld is Clear, and reports whether there is a secret to clear.
func (c *Guard) ClearHeld() (held bool) { return c.clearHeldThen(func() {}) }

func (c *Guard) clearHeldThen(done func()) (held bool) {
	if c.at != nil && !c.at.Held() {
		c.forget() // another program has copied something else since
	}
	held = c.Held() || c.copying || c.next != nil
	c.clear(done)
	return held
}

func (c *Guard) clear(done func()) {
	c.next, c.clearAfterCopy = nil, true
	c.OnDrop()
	if c.at != nil {
		c.clearHeld(done)
	}
}

// clearHeld clears the secret that is on the clipboard.
func (c *Guard) clearHeld(done func()) {
	at := c.at
	c.forget()
	c.clearAt(at, done)
}

// clearAt clears a clipboard. It calls done if that worked, unless the app has copied something else meanwhile.
func (c *Guard) clearAt(at System, done func()) {
	c.clearing++
	c.replaced = false
	background.GoVitalErr(c.tasks, background.ClipboardLimit, at.Clear, func(err error) {
		c.clearing--
		if err != nil {
			c.log.Warn("clearing the clipboard", "error", err)
			c.OnStuck(errors.Is(err, clipboard.ErrRestored))
		} else if !c.replaced {
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

// ClearBeforeQuit clears the toolkit's clipboard, while the toolkit is still running. Close clears the system's.
func (c *Guard) ClearBeforeQuit() {
	c.ReplacedByUs()
	c.plain.clearNow()
}

// ReplacedByUs must be called when the app has copied something else with the toolkit. The plain clipboard cannot tell
// that from a secret.
func (c *Guard) ReplacedByUs() {
	c.replaced = true
	c.OnDrop() // a secret that came now would take the place of what was copied later
	if c.at == c.plain {
		c.forget()
	}
}

// Close clears a secret of this app that is on the system's clipboard. It is for the end of the program, when the UI
// thread no longer runs anything.
func (c *Guard) Close() { c.system.Close() }
