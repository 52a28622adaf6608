// Package autorefresh decides when the list of keys is read again automatically.
package autorefresh

import (
	"math/rand/v2"
	"time"

	"accesskeys/views/kit/background"
)

const (
	Pause    = time.Minute     // between two lists, while the window has the keyboard
	freshFor = 5 * time.Second // a list younger than this is not refreshed when the window gets the keyboard

	firstPause   = 2 * time.Second // between the first two attempts that fail; it doubles each time
	longestPause = time.Minute     // between attempts at most
	pendingPause = 5 * time.Second // between attempts at most, while an outcome is pending

	TickPause          = 5 * time.Second // between ticks
	countdownTickPause = time.Second     // between ticks while the user sees a countdown to the next attempt
	sleepThreshold     = 5 * time.Second // a tick that is later than this means that the computer slept
)

// Refresher refreshes the list automatically: at intervals, with a backoff while the server cannot be reached, and at
// once when something may have changed. It ticks and looks at the clock each time, instead of using one long timer:
// timers stop while the computer sleeps, and the clock may be set.
type Refresher struct {
	tasks      *background.Tasks
	Jitter     func(time.Duration) time.Duration // varies the pause between attempts
	Offline    func() bool                       // reports whether the server cannot be reached
	Unresolved func() bool                       // reports whether an outcome is pending and the last load failed
	Asked      func() time.Duration              // returns how long the server asks to wait; 0 if it does not
	HasFocus   func() bool                       // reports whether the window has the keyboard
	Refresh    func()                            // starts a load; it may do nothing, and is called again at the next tick
	OnTick     func()                            // called at each tick

	failed   int           // attempts that failed in a row
	since    time.Time     // when the last attempt ended
	pause    time.Duration // from then to the next attempt
	lastTick time.Time     // the last tick
	stop     func()
}

// New returns a Refresher. It starts with the first call of Tick.
func New(t *background.Tasks) *Refresher {
	return &Refresher{tasks: t, Jitter: Spread, pause: Pause, since: t.Now(), lastTick: t.Now(), stop: func() {}}
}

// Spread returns a pause that is up to a fifth longer or shorter, at random. Without it, all windows that lose a server
// at the same moment would retry at the same moment.
func Spread(d time.Duration) time.Duration { return d*4/5 + rand.N(d*2/5) }

// Done must be called when an attempt has ended. The pause to the next one begins.
func (r *Refresher) Done() {
	r.since = r.tasks.Now()
	r.failed++
	r.pause = r.Jitter(backoff(r.failed))
	if !r.Offline() {
		r.failed, r.pause = 0, Pause
	}
	if r.Unresolved() {
		r.pause = min(r.pause, pendingPause)
	}
	r.pause = max(r.pause, min(r.Asked(), longestPause))
	r.Tick()
}

// backoff returns the pause after so many failed attempts, at least one.
func backoff(failed int) time.Duration {
	return min(firstPause<<min(failed-1, 10), longestPause)
}

// Left returns the time until the next attempt.
func (r *Refresher) Left() time.Duration { return max(0, r.pause-r.Elapsed()) }

// Elapsed returns the time since the last attempt ended.
func (r *Refresher) Elapsed() time.Duration { return background.Elapsed(r.since, r.tasks.Now()) }

// FocusGained must be called when the window gets the keyboard.
func (r *Refresher) FocusGained() {
	if r.Offline() || r.Elapsed() >= freshFor {
		r.Refresh()
	}
}

// Tick refreshes the list if it is time, and schedules the next tick.
func (r *Refresher) Tick() {
	now := r.tasks.Now()
	slept := background.Elapsed(r.lastTick, now) > TickPause+sleepThreshold
	r.lastTick = now
	if slept || r.Left() == 0 && (r.Offline() || r.Unresolved() || r.HasFocus()) {
		r.Refresh()
	}
	r.stop()
	next := TickPause
	if r.Offline() {
		next = countdownTickPause
	}
	r.stop = r.tasks.After(next, r.Tick)
	r.OnTick()
}
