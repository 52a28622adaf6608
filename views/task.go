package views

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
)

const (
	promptLimit    = 10 * time.Minute // for what may wait for a person, who is asked for the keyring's password
	promptPatience = 5 * time.Second  // before they are told what is waited for
	clipboardLimit = 5 * time.Second  // for the clipboard, which another program may have open
	awayLimit      = 3 * time.Second  // for locking before the computer sleeps
)

var errEnded = errors.New("the window is closed")

// tasks runs what blocks (network, keyring, disk) off the UI thread and hands its outcome back to it.
// It is the only place in views that starts a goroutine or calls fyne.Do.
type tasks struct {
	ctx   context.Context
	limit time.Duration // of what a person waits for
	start func(work func())
	post  func(update func())
	timer func(d time.Duration, f func()) (stop func())
	now   func() time.Time
	over  context.Context // done when the program is about to end: from then on, no update is called
	end   func()          // ends over
	vital *vital
}

// newTasks returns tasks that end with ctx, and of which each has until limit.
func newTasks(ctx context.Context, limit time.Duration) *tasks {
	t := &tasks{
		ctx:   ctx,
		limit: limit,
		start: func(work func()) { go work() },
		now:   time.Now,
		vital: &vital{},
		timer: func(d time.Duration, f func()) func() { t := time.AfterFunc(d, f); return func() { t.Stop() } },
	}
	t.over, t.end = context.WithCancel(ctx)
	t.post = func(update func()) {
		fyne.Do(func() {
			if t.over.Err() == nil {
				update()
			}
		})
	}
	return t
}

// last calls f on the UI thread although the program is about to end.
func (t *tasks) last(f func()) { fyne.Do(f) }

// during returns tasks that end with ctx, such as a session's: what is under way then is cancelled, and
// its outcome dropped.
func (t *tasks) during(ctx context.Context, limit time.Duration) *tasks {
	return &tasks{ctx: ctx, limit: limit, start: t.start, timer: t.timer, now: t.now, vital: t.vital, over: t.over, end: t.end, post: func(update func()) {
		t.post(func() {
			if ctx.Err() == nil {
				update()
			}
		})
	}}
}

// run calls work in the background and done with what it returned on the UI thread. Stopping the
// returned function ends work's context; done is called all the same.
func run[T any](t *tasks, work func(context.Context) (T, error), done func(T, error)) context.CancelFunc {
	return runFor(t, t.limit, work, done)
}

func runFor[T any](t *tasks, limit time.Duration, work func(context.Context) (T, error), done func(T, error)) context.CancelFunc {
	ctx, cancel := context.WithTimeout(t.ctx, limit)
	t.start(func() {
		defer cancel()
		value, err := work(ctx)
		t.post(func() { done(value, err) })
	})
	return cancel
}

// act is run for work that returns nothing but an error.
func act(t *tasks, work func(context.Context) error, done func(error)) context.CancelFunc {
	return actFor(t, t.limit, work, done)
}

// prompt is act for what may wait until a person has answered the keyring's prompt. slow is called, once,
// when that takes so long that they should be told.
func prompt(t *tasks, work func(context.Context) error, slow func(), done func(error)) context.CancelFunc {
	stop := t.after(promptPatience, slow)
	return actFor(t, promptLimit, work, func(err error) {
		stop()
		done(err)
	})
}

func actFor(t *tasks, limit time.Duration, work func(context.Context) error, done func(error)) context.CancelFunc {
	return runFor(t, limit, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		func(_ struct{}, err error) { done(err) })
}

// onUI calls f on the UI thread and waits for it, for as long as ctx lasts. It is for the background.
func (t *tasks) onUI(ctx context.Context, f func()) error {
	if t.over.Err() != nil {
		return errEnded
	}
	done := make(chan struct{})
	t.post(func() {
		defer close(done)
		f()
	})
	select {
	case <-done:
		return nil
	case <-t.over.Done():
		return errEnded
	case <-ctx.Done():
		return ctx.Err()
	}
}

// settle is act for what must not be left half done: quitting does not cancel it, and waits for it.
func settle(t *tasks, limit time.Duration, work func(context.Context) error, done func(error)) {
	settleWith(t, limit, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		func(_ struct{}, err error) { done(err) })
}

// settleWith is settle for work that returns something besides.
func settleWith[T any](t *tasks, limit time.Duration, work func(context.Context) (T, error), done func(T, error)) {
	if !t.vital.begin() {
		return
	}
	t.start(func() {
		defer t.vital.done()
		ctx, cancel := context.WithTimeout(context.WithoutCancel(t.ctx), limit)
		defer cancel()
		value, err := work(ctx)
		t.post(func() { done(value, err) })
	})
}

// steps is settle for work that is done in steps, and ends with the step that it is at when ctx ends.
func steps[T any](ctx context.Context, t *tasks, work func(context.Context) T, done func(T)) {
	if !t.vital.begin() {
		return
	}
	t.start(func() {
		defer t.vital.done()
		value := work(ctx)
		t.post(func() { done(value) })
	})
}

// after calls update on the UI thread once d has passed, unless stopped before.
func (t *tasks) after(d time.Duration, update func()) (stop func()) {
	stopped := false // only touched on the UI thread
	stopTimer := t.timer(d, func() {
		t.post(func() {
			if !stopped {
				update()
			}
		})
	})
	return func() {
		stopped = true
		stopTimer()
	}
}

// glance is the longest that tasks.once leaves the clock on the wall unwatched.
const glance = time.Second

// once calls update on the UI thread once d has passed by the clock on the wall, unless stopped before. A timer alone
// stands still while the computer sleeps.
func (t *tasks) once(d time.Duration, update func()) (stop func()) {
	since := t.now()
	var cancel func()
	var wait func(left time.Duration)
	wait = func(left time.Duration) {
		cancel = t.after(min(left, glance), func() {
			if left := d - passed(since, t.now()); left > 0 {
				wait(left)
				return
			}
			update()
		})
	}
	wait(d)
	return func() { cancel() }
}

// passed is the time since then: by the clock on the wall, which goes on while the computer sleeps, or by the
// one that nobody can set back, whichever is longer.
func passed(then, now time.Time) time.Duration {
	return max(now.Sub(then), now.Round(0).Sub(then.Round(0)))
}
