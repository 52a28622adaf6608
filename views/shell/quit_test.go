package shell

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/client/demo"
	"accesskeys/views/kit/background"
)

func TestQuitFinishesAndExits(t *testing.T) {
	r := newRig(t, demo.Options{})
	updated := false
	r.hold = true
	background.GoErr(r.tasks(), func(context.Context) error { return nil }, func(error) { updated = true })
	works := r.held
	r.hold, r.held = false, nil
	r.quitNow()
	if !r.quit || !r.clip.closed {
		t.Errorf("exited: %v, the clipboard closed: %v", r.quit, r.clip.closed)
	}
	for _, work := range works {
		work()
	}
	if updated {
		t.Error("a widget was updated after the end")
	}
	began := false
	background.GoVitalErr(r.tasks(), time.Minute, func(context.Context) error { began = true; return nil }, func(error) {})
	if began {
		t.Error("something that must be finished began after the end")
	}
}

func TestFinishWaitsForAWhile(t *testing.T) {
	for _, test := range []struct{ takes, want time.Duration }{
		{2 * time.Second, 2 * time.Second},
		{time.Hour, 3 * time.Second},
	} {
		synctest.Test(t, func(t *testing.T) {
			v := &background.Vital{}
			if !v.Begin() {
				t.Fatal("nothing can begin")
			}
			time.AfterFunc(test.takes, v.Done)
			ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
			defer cancel()
			began := time.Now()
			v.Finish(ctx, func(work func()) { go work() })
			if took := time.Since(began); took != test.want {
				t.Errorf("it took %v for what takes %v, want %v", took, test.takes, test.want)
			}
			time.Sleep(test.takes) // no goroutine is left
		})
	}
}
