package views

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"accesskeys/app"
	"accesskeys/client"
)

// copied looks after the secret on the clipboard: it counts down, and clears it when its time is over or it
// must not be there any more. What another program has copied since is let be.
type copied struct {
	tasks    *tasks
	log      *slog.Logger
	system   app.Clipboard
	plain    *plainClipboard // for where the system's cannot mark
	onChange func()
	onStuck  func() // the secret could not be taken away
	onGone   func() // the secret is not there any more, or will not be in a moment

	at    app.Clipboard // where the secret is; nil when none is
	count int           // of the copies and clearings asked for
	until time.Time     // when it goes; zero is never
	stop  func()        // ends the countdown
}

func newCopied(t *tasks, log *slog.Logger, system app.Clipboard) *copied {
	return &copied{tasks: t, log: log, system: system, plain: &plainClipboard{tasks: t}, onChange: func() {}, stop: func() {}}
}

// Copy puts a secret on the clipboard for a time. done gets the error; after nil it is there.
func (c *copied) Copy(s client.Secret, keep app.Seconds, done func(error)) {
	c.count++
	mine := c.count
	at := c.system
	settle(c.tasks, func(ctx context.Context) error {
		err := at.Copy(ctx, s)
		if errors.Is(err, errors.ErrUnsupported) {
			at = c.plain
			err = at.Copy(ctx, s)
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			c.log.Warn("copying a secret", "error", err)
		case mine != c.count:
			c.clear(at) // what was asked for meanwhile came too early
			return
		default:
			c.begin(at, keep)
		}
		done(err)
	})
}

func (c *copied) begin(at app.Clipboard, keep app.Seconds) {
	c.stop()
	c.at, c.until = at, time.Time{}
	if d, ok := keep.Duration(); ok {
		c.until = c.tasks.now().Round(0).Add(d) // by the clock on the wall: sleep counts
	}
	c.tick()
}

// tick looks, once a second, whether the secret is still there and may be.
func (c *copied) tick() {
	switch {
	case !c.at.Held():
		c.forget()
	case !c.until.IsZero() && c.Left() <= 0:
		c.Clear()
	default:
		c.stop = c.tasks.after(time.Second, c.tick)
		c.onChange()
	}
}

// Held tells whether a secret is on the clipboard.
func (c *copied) Held() bool { return c.at != nil }

// Left is how long the secret stays, 0 when it does until it is cleared.
func (c *copied) Left() time.Duration {
	if c.until.IsZero() {
		return 0
	}
	return c.until.Sub(c.tasks.now().Round(0))
}

// Clear takes the secret away, and one that is just being copied.
func (c *copied) Clear() {
	c.count++
	if at := c.at; at != nil {
		c.forget()
		c.clear(at)
	}
}

func (c *copied) clear(at app.Clipboard) {
	settle(c.tasks, at.Clear, func(err error) {
		if err != nil {
			c.log.Warn("clearing the clipboard", "error", err)
			c.onStuck()
		}
	})
}

func (c *copied) forget() {
	c.stop()
	c.at = nil
	c.onChange()
	c.onGone()
}

// ClearBeforeQuit takes away what only the toolkit can, while it still can. Close does the rest.
func (c *copied) ClearBeforeQuit() {
	if c.at == c.plain {
		c.forget()
		c.plain.clearNow()
	}
}

// Close clears whatever secret of ours is on the system's clipboard. It is for the end, when nothing runs
// on the UI thread any more.
func (c *copied) Close() { c.system.Close() }
