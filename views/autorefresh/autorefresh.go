// Package autorefresh has the list of keys read again by itself.
package autorefresh

import (
	"math/rand/v2"
	"time"

	"accesskeys/views/kit/background"
)

const (
	Pause       = time.Minute     // from one list to the next, while the window has the keyboard
	youngEnough = 5 * time.Second // how old a list may be when the window gets the keyboard

	firstTry   = 2 * time.Second // from a list that did not come to the next attempt; each time twice as long
	longestTo  = time.Minute
	doubtPause = 5 * time.Second // while it is not known of a change whether it was carried out

	BeatPause = 5 * time.Second // how often it is checked whether it is time
	countBeat = time.Second     // while the user is told how long it still takes
	lateBeat  = 5 * time.Second // by which a beat comes too late where the computer slept
)

// Refresher has the list read again by itself: from time to time, sooner and sooner again while the server cannot
// be reached, and at once when there may be something new. It looks at the clock at every beat rather than waiting
// for the time to come: timers stand still while the computer sleeps, and the clock may be set.
type Refresher struct {
	tasks    *background.Tasks
	Jitter   func(time.Duration) time.Duration // of the pause between two attempts
	Offline  func() bool
	Doubtful func() bool // a list is wanted that tells what came of a change, and did not come
	HasFocus func() bool // the window has the keyboard
	Refresh  func()      // may do nothing, and is called again then
	OnBeat   func()

	failed int           // attempts in a row
	since  time.Time     // the last one's end
	pause  time.Duration // from then
	beaten time.Time     // the last beat
	stop   func()
}

// New returns a Refresher that begins with its first Beat.
func New(t *background.Tasks) *Refresher {
	return &Refresher{tasks: t, Jitter: Spread, pause: Pause, since: t.Now(), beaten: t.Now(), stop: func() {}}
}

// Spread is a pause made a fifth longer or shorter, at random: many windows lose a server at the same moment.
func Spread(d time.Duration) time.Duration { return d*4/5 + rand.N(d*2/5) }

// Done takes note of an attempt's end, and goes on from there.
func (r *Refresher) Done() {
	r.since = r.tasks.Now()
	r.failed++
	r.pause = r.Jitter(backoff(r.failed))
	if !r.Offline() {
		r.failed, r.pause = 0, Pause
	}
	if r.Doubtful() {
		r.pause = min(r.pause, doubtPause)
	}
	r.Beat()
}

// backoff is the pause after a number of attempts that failed, one or more.
func backoff(failed int) time.Duration {
	return min(firstTry<<min(failed-1, 10), longestTo)
}

// Left is how long it still is to the next attempt.
func (r *Refresher) Left() time.Duration { return max(0, r.pause-r.Elapsed()) }

// Elapsed is how long the last attempt is past.
func (r *Refresher) Elapsed() time.Duration { return background.Elapsed(r.since, r.tasks.Now()) }

// FocusGained is for when the window gets the keyboard.
func (r *Refresher) FocusGained() {
	if r.Offline() || r.Elapsed() >= youngEnough {
		r.Refresh()
	}
}

// Beat looks whether it is time, and goes on doing that.
func (r *Refresher) Beat() {
	now := r.tasks.Now()
	slept := background.Elapsed(r.beaten, now) > BeatPause+lateBeat
	r.beaten = now
	if slept || r.Left() == 0 && (r.Offline() || r.Doubtful() || r.HasFocus()) {
		r.Refresh()
	}
	r.stop()
	next := BeatPause
	if r.Offline() {
		next = countBeat
	}
	r.stop = r.tasks.After(next, r.Beat)
	r.OnBeat()
}
