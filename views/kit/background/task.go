// Package background runs blocking work off the UI thread and hands its outcome back to the UI thread. It is the only
// place in views that starts a goroutine or calls fyne.Do.
package background

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

var errClosed = errors.New("the window is closed")

// Tasks runs blocking work (network, keyring, disk) off the UI thread and hands its outcome back to the UI thread.
type Tasks struct {
	Ctx     context.Context
	Limit   time.Duration // how long a piece of work may take, unless it has a limit of its own
	Start   func(work func())
	Post    func(update func())
	Timer   func(d time.Duration, f func()) (stop func())
	Now     func() time.Time
	Closing context.Context // done when the program is about to end; no update is called after that
	Close   func()          // cancels Closing
	Vital   *Vital

	// Watch, if set, is called when a piece of work begins. It returns the context for the work and a function to call
	// when the work ends. stop cancels the work; it is nil if the user may not do so.
	Watch func(ctx context.Context, stop func()) (watched context.Context, over func())

	stoppable bool
}

// New returns tasks that end with ctx. Each piece of work has the given time limit.
func New(ctx context.Context, limit time.Duration) *Tasks {
	t := &Tasks{
		Ctx:   ctx,
		Limit: limit,
		Start: func(work func()) { go work() },
		Now:   time.Now,
		Vital: &Vital{},
		Timer: func(d time.Duration, f func()) func() { t := time.AfterFunc(d, f); return func() { t.Stop() } },
	}
	t.Closing, t.Close = context.WithCancel(ctx)
	t.Post = func(update func()) {
		fyne.Do(func() {
			if t.Closing.Err() == nil {
				update()
			}
		})
	}
	return t
}

// PostOnce returns a function that has update called on the UI thread, once for all calls until then. Many changes in a
// row then do not have the window draw states that are long past.
func PostOnce(t *Tasks, update func()) func() {
	var posted atomic.Bool
	return func() {
		if posted.CompareAndSwap(false, true) {
			t.Post(func() {
				posted.Store(false)
				update()
			})
		}
	}
}

// PostLast calls f on the UI thread even if the program is about to end.
func (t *Tasks) PostLast(f func()) { fyne.Do(f) }

// Within returns tasks that end with ctx, such as the context of a session: work under way is then cancelled, and its
// outcome is dropped.
func (t *Tasks) Within(ctx context.Context, limit time.Duration) *Tasks {
	return &Tasks{Ctx: ctx, Limit: limit, Start: t.Start, Timer: t.Timer, Now: t.Now, Vital: t.Vital, Watch: t.Watch, Closing: t.Closing, Close: t.Close, Post: func(update func()) {
		t.Post(func() {
			if ctx.Err() == nil {
				update()
			}
		})
	}}
}

// Unwatched returns tasks for work that no user waits for: Watch is not called for it.
func (t *Tasks) Unwatched() *Tasks {
	quiet := *t
	quiet.Watch = nil
	return &quiet
}

// Stoppable returns tasks for work that the user may cancel: Watch is given a function that does so.
func (t *Tasks) Stoppable() *Tasks {
	may := *t
	may.stoppable = true
	return &may
}

// run calls work, and then done on the UI thread. stop may be nil.
func (t *Tasks) run(ctx context.Context, stop func(), work func(context.Context), done func()) {
	over := func() {}
	if t.Watch != nil {
		ctx, over = t.Watch(ctx, stop)
	}
	work(ctx)
	over()
	t.Post(done)
}

// Go calls work in the background, and then done with its results on the UI thread. The returned function cancels the
// context of work; done is still called.
func Go[T any](t *Tasks, work func(context.Context) (T, error), done func(T, error)) context.CancelFunc {
	return GoFor(t, t.Limit, work, done)
}

// GoFor is Go with the given time limit.
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

// GoErr is Go for work that returns only an error.
func GoErr(t *Tasks, work func(context.Context) error, done func(error)) context.CancelFunc {
	return GoErrFor(t, t.Limit, work, done)
}

// GoPrompt is GoErr for work that may wait until the user has answered the keyring's prompt. If the work takes longer
// than PromptPatience, slow is called once, so that the user can be told.
func GoPrompt(t *Tasks, work func(context.Context) error, slow func(), done func(error)) context.CancelFunc {
	stop := t.After(PromptPatience, slow)
	return GoErrFor(t, PromptLimit, work, func(err error) {
		stop()
		done(err)
	})
}

// GoVitalPrompt is GoPrompt for work that must not be left half done.
func GoVitalPrompt(t *Tasks, work func(context.Context) error, slow func(), done func(error)) {
	stop := t.After(PromptPatience, slow)
	GoVitalErr(t, PromptLimit, work, func(err error) {
		stop()
		done(err)
	})
}

// GoErrFor is GoErr with the given time limit.
func GoErrFor(t *Tasks, limit time.Duration, work func(context.Context) error, done func(error)) context.CancelFunc {
	return GoFor(t, limit, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		func(_ struct{}, err error) { done(err) })
}

// CallOnUI calls f on the UI thread and waits until f returns or ctx is done. Call it in the background only.
func (t *Tasks) CallOnUI(ctx context.Context, f func()) error {
	if t.Closing.Err() != nil {
		return errClosed
	}
	done := make(chan struct{})
	t.Post(func() {
		defer close(done)
		f()
	})
	select {
	case <-done:
		return nil
	case <-t.Closing.Done():
		return errClosed
	case <-ctx.Done():
		return ctx.Err()
	}
}

// GoVitalErr is GoErr for work that must not be left half done: quitting waits for it instead of cancelling it.
func GoVitalErr(t *Tasks, limit time.Duration, work func(context.Context) error, done func(error)) {
	GoVital(t, limit, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		func(_ struct{}, err error) { done(err) })
}

// GoVital is GoVitalErr for work that also returns a value.
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

// GoVitalSteps is GoVital for work that is done in steps. When ctx ends, the work finishes its current step and
// returns.
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

// GoSteps is GoVitalSteps for work that changes nothing: quitting does not wait for it.
func GoSteps[T any](ctx context.Context, t *Tasks, work func(context.Context) T, done func(T)) {
	t.Start(func() {
		var value T
		t.run(ctx, nil, func(ctx context.Context) { value = work(ctx) }, func() { done(value) })
	})
}
