package shell

import (
	"runtime"
	"testing"
	"time"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
)

const (
	soakKeys = 300
	// soakGrowth is how much more memory may be in use at the end than after the warm-up. A list of soakKeys that
	// is held on to each time would be 3 MiB by then; the demo back end's journal and nonces are some 40 KiB.
	soakGrowth = 512 << 10
)

// soaked holds the counts that must not grow.
type soaked struct {
	goroutines, timers int
	heap               uint64
}

// soaked waits until everything that ends by itself has ended, such as the other ends of connections, and then counts.
func (r *rig) soaked(atMost int) (s soaked) {
	r.t.Helper()
	r.session().CloseIdleConnections()
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if s.goroutines = runtime.NumGoroutine(); s.goroutines <= atMost {
			break
		}
	}
	var memory runtime.MemStats
	runtime.GC()
	runtime.GC() // what finalizers held on to
	runtime.ReadMemStats(&memory)
	s.heap, s.timers = memory.HeapAlloc, len(r.timers)
	return s
}

// An hour of refreshes, with three outages of the server, must not leak anything.
func TestSoak(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	goroutines := runtime.NumGoroutine() + 1 // the back end's
	r := newRig(t, demo.Options{Keys: soakKeys})
	r.choosePrivacy(func(p *settings.Privacy) { p.Lock = settings.Never })
	focus := &lifecycle{}
	r.followFocus(focus)
	expect := func(what string, lists int, act func()) {
		t.Helper()
		before := r.lists()
		act()
		if n := r.lists() - before; n != lists {
			t.Errorf("%s: the list was asked for %d times, want %d", what, n, lists)
		}
	}
	outage := func() {
		r.lose()
		expect("an outage", 6, func() { r.pass(150 * time.Second) }) // after 60, 62, 66, 74, 90 and 122 s
		r.find()
		expect("the end of an outage", 1, func() { r.pass(32 * time.Second) })
	}
	expect("warming up", 10, func() { r.pass(10 * time.Minute) })
	outage()
	began, before := r.now, r.soaked(goroutines)

	expect("used", 20, func() { r.pass(20 * time.Minute) })
	outage()
	focus.lost()
	expect("without the keyboard", 0, func() { r.pass(5 * time.Minute) })
	expect("with the keyboard again", 1, focus.gained)
	outage()
	expect("used", 10, func() { r.pass(10 * time.Minute) })
	if err := r.server.Close(); err != nil {
		t.Fatal(err)
	}
	r.pass(time.Minute + 6*time.Second) // after 60, 62 and 66 s
	if err := r.server.Reopen(); err != nil {
		t.Fatal(err)
	}
	r.pass(8 * time.Second)
	for r.now.Before(began.Add(time.Hour)) {
		expect("used", 1, func() { r.pass(time.Minute) })
	}

	after := r.soaked(before.goroutines)
	t.Logf("after the warm-up %+v, an hour later %+v", before, after)
	switch {
	case after.goroutines > before.goroutines:
		t.Errorf("%d goroutines became %d", before.goroutines, after.goroutines)
	case after.timers > before.timers:
		t.Errorf("%d timers became %d", before.timers, after.timers)
	case after.heap > before.heap+soakGrowth:
		t.Errorf("%d KiB in use became %d", before.heap>>10, after.heap>>10)
	case r.warning() != "":
		t.Errorf("says %q at the end", r.warning())
	}
}
