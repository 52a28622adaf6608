// Package background runs what blocks off the UI thread and hands the outcome back to it. It is the only place in
// views that starts a goroutine or calls fyne.Do.
package background

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
)

const (
	PromptLimit    = 10 * time.Minute // for what may wait for a user, who is asked for the keyring's password
	PromptPatience = 5 * time.Second  // before they are told what is waited for
	ClipboardLimit = 5 * time.Second  // for the clipboard, which another program may have open
	AwayLimit      = 3 * time.Second  // for locking before the computer sleeps
)

var errEnded = errors.New("the window is closed")

// Tasks runs what blocks (network, keyring, disk) off the UI thread and hands its outcome back to it.
// It is the only place in views that starts a goroutine or calls fyne.Do.
type Tasks struct {
	Ctx   context.Context
	Limit time.Duration // of what a user waits for
	Start func(work func())
	Post  func(update func())
	Timer func(d time.Duration, f func()) (stop func())
	Now   func() time.Time
	Over  context.Context // done when the program is about to end: from then on, no update is called
	End   func()          // ends over
	Vital *Vital

	// Watch, if set, returns the context that a piece of work is done in, and what is called at its end. stop is how the
	// user may end the work, nil where they may not.
	Watch func(ctx context.Context, stop func()) (watched context.Context, over func())

	stoppable bool
}

// New returns tasks that end with ctx, and of which each has until limit.
func New(ctx context.Context, limit time.Duration) *Tasks {
	t := &Tasks{
		Ctx:   ctx,
		Limit: limit,
		Start: func(work func()) { go work() },
		Now:   time.Now,
		Vital: &Vital{},
		Timer: func(d time.Duration, f func()) func() { t := time.AfterFunc(d, f); return func() { t.Stop() } },
	}
	t.Over, t.End = context.WithCancel(ctx)
	t.Post = func(update func()) {
		fyne.Do(func() {
			if t.Over.Err() == nil {
				update()
			}
		})
	}
	return t
}

// PostLast calls f on the UI thread although the program is about to end.
func (t *Tasks) PostLast(f func()) { fyne.Do(f) }

// Within returns tasks that end with ctx, such as a session's: what is under way then is cancelled, and
// its outcome dropped.
func (t *Tasks) Within(ctx context.Context, limit time.Duration) *Tasks {
	return &Tasks{Ctx: ctx, Limit: limit, Start: t.Start, Timer: t.Timer, Now: t.Now, Vital: t.Vital, Watch: t.Watch, Over: t.Over, End: t.End, Post: func(update func()) {
		t.Post(func() {
			if ctx.Err() == nil {
				update()
			}
		})
	}}
}

// Unwatched returns the tasks for work that no user waits for.
func (t *Tasks) Unwatched() *Tasks {
	quiet := *t
	quiet.Watch = nil
	return &quiet
}

// Stoppable returns the tasks for work that the user may end.
func (t *Tasks) Stoppable() *Tasks {
	may := *t
	may.stoppable = true
	return &may
}

// run does work, and calls done on the UI thread then. stop may be nil.
func (t *Tasks) run(ctx context.Context, stop func(), work func(context.Context), done func()) {
	over := func() {}
	if t.Watch != nil {
		ctx, over = t.Watch(ctx, stop)
	}
	work(ctx)
	over()
	t.Post(done)
}

// Go calls work in the background and done with what it returned on the UI thread. Stopping the
// returned function ends work's context; done is called all the same.
func Go[T any](t *Tasks, work func(context.Context) (T, error), done func(T, error)) context.CancelFunc {
	return GoFor(t, t.Limit, work, done)
}

// GoFor is Go with a time limit of its own.
func GoFor[T any](t *Tasks, limit time.Duration, work func(context.Context) (T, error), done func(T, error)) context.CancelFunc {
	ctx, cancel := context.WithTimeout(t.Ctx, limit)
	var stop func()
	if t.stoppable {
		stop = cancel
	}
	t.Start(func() {
		defer cancel()
		var value T
		var err error
		t.run(ctx, stop, func(ctx context.Context) { value, err = work(ctx) }, func() { done(value, err) })
	})
	return cancel
}

// GoErr is Go for work that returns nothing but an error.
func GoErr(t *Tasks, work func(context.Context) error, done func(error)) context.CancelFunc {
	return GoErrFor(t, t.Limit, work, done)
}

// GoPrompt is GoErr for what may wait until a user has answered the keyring's prompt. slow is called, once,
// when that takes so long that they should be told.
func GoPrompt(t *Tasks, work func(context.Context) error, slow func(), done func(error)) context.CancelFunc {
	stop := t.After(PromptPatience, slow)
	return GoErrFor(t, PromptLimit, work, func(err error) {
		stop()
		done(err)
	})
}

// GoErrFor is GoErr with a time limit of its own.
func GoErrFor(t *Tasks, limit time.Duration, work func(context.Context) error, done func(error)) context.CancelFunc {
	return GoFor(t, limit, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		func(_ struct{}, err error) { done(err) })
}

// CallOnUI calls f on the UI thread and waits for it, for as long as ctx lasts. It is for the background.
func (t *Tasks) CallOnUI(ctx context.Context, f func()) error {
	if t.Over.Err() != nil {
		return errEnded
	}
	done := make(chan struct{})
	t.Post(func() {
		defer close(done)
		f()
	})
	select {
	case <-done:
		return nil
	case <-t.Over.Done():
		return errEnded
	case <-ctx.Done():
		return ctx.Err()
	}
}

// GoVitalErr is GoErr for what must not be left half done: quitting does not cancel it, and waits for it.
func GoVitalErr(t *Tasks, limit time.Duration, work func(context.Context) error, done func(error)) {
	GoVital(t, limit, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		func(_ struct{}, err error) { done(err) })
}

// GoVital is GoVitalErr for work that returns something besides.
func GoVital[T any](t *Tasks, limit time.Duration, work func(context.Context) (T, error), done func(T, error)) {
	if !t.Vital.Begin() {
		return
	}
	t.Start(func() {
		defer t.Vital.Done()
		ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Ctx), limit)
		defer cancel()
		var value T
		var err error
		t.run(ctx, nil, func(ctx context.Context) { value, err = work(ctx) }, func() { done(value, err) })
	})
}

// GoVitalSteps is GoVital for work that is done in steps, and ends with the step that it is at when ctx ends.
func GoVitalSteps[T any](ctx context.Context, t *Tasks, work func(context.Context) T, done func(T)) {
	if !t.Vital.Begin() {
		return
	}
	t.Start(func() {
		defer t.Vital.Done()
		var value T
		t.run(ctx, nil, func(ctx context.Context) { value = work(ctx) }, func() { done(value) })
	})
}

// GoSteps is GoVitalSteps for work that changes nothing, so that quitting need not wait for it.
func GoSteps[T any](ctx context.Context, t *Tasks, work func(context.Context) T, done func(T)) {
	t.Start(func() {
		var value T
		t.run(ctx, nil, func(ctx context.Context) { value = work(ctx) }, func() { done(value) })
	})
}
