package views

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
)

// callLimit bounds everything that a person waits for. The client's own limits are shorter; this one
// is for what has none.
const callLimit = 45 * time.Second

// tasks runs what blocks (network, keyring, disk) off the UI thread and hands its outcome back to it.
// It is the only place in views that starts a goroutine or calls fyne.Do.
type tasks struct {
	ctx   context.Context
	start func(work func())
	post  func(update func())
	timer func(d time.Duration, f func()) (stop func())
}

func newTasks(ctx context.Context) *tasks {
	return &tasks{
		ctx:   ctx,
		start: func(work func()) { go work() },
		post:  fyne.Do,
		timer: func(d time.Duration, f func()) func() { t := time.AfterFunc(d, f); return func() { t.Stop() } },
	}
}

// run calls work in the background and done with what it returned on the UI thread. Stopping the
// returned function ends work's context; done is called all the same.
func run[T any](t *tasks, work func(context.Context) (T, error), done func(T, error)) context.CancelFunc {
	ctx, cancel := context.WithTimeout(t.ctx, callLimit)
	t.start(func() {
		defer cancel()
		value, err := work(ctx)
		t.post(func() { done(value, err) })
	})
	return cancel
}

// act is run for work that returns nothing but an error.
func act(t *tasks, work func(context.Context) error, done func(error)) context.CancelFunc {
	return run(t, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) },
		func(_ struct{}, err error) { done(err) })
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
