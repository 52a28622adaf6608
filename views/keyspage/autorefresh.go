package keyspage

import (
	"math/rand/v2"
	"time"

	"accesskeys/views/kit/background"
)

const (
	RefreshPause = time.Minute     // from one list to the next, while the window has the keyboard
	youngEnough  = 5 * time.Second // how old a list may be when the window gets the keyboard

	firstTry   = 2 * time.Second // from a list that did not come to the next attempt; each time twice as long
	longestTo  = time.Minute
	doubtPause = 5 * time.Second // while it is not known of a change whether it was carried out

	Beat      = 5 * time.Second // how often it is checked whether it is time
	countBeat = time.Second     // while the user is told how long it still takes
	lateBeat  = 5 * time.Second // by which a beat comes too late where the computer slept
)

// refresher has the list read again by itself: from time to time, sooner and sooner again while the server cannot
// be reached, and at once when there may be something new. It looks at the clock at every beat rather than waiting
// for the time to come: timers stand still while the computer sleeps, and the clock may be set.
type refresher struct {
	tasks    *background.Tasks
	jitter   func(time.Duration) time.Duration // of the pause between two attempts
	offline  func() bool
	doubtful func() bool // a list is wanted that tells what came of a change, and did not come
	hasFocus func() bool // the window has the keyboard
	refresh  func()      // may do nothing, and is called again then
	onBeat   func()

	failed int           // attempts in a row
	since  time.Time     // the last one's end
	pause  time.Duration // from then
	beaten time.Time     // the last beat
	stop   func()
}

func newRefresher(t *background.Tasks) *refresher {
	return &refresher{tasks: t, jitter: Spread, pause: RefreshPause, since: t.Now(), beaten: t.Now(), stop: func() {}}
}

// Spread is a pause made a fifth longer or shorter, at random: many windows lose a server at the same moment.
func Spread(d time.Duration) time.Duration { return d*4/5 + rand.N(d*2/5) }

// Done takes note of an attempt's end, and goes on from there.
func (r *refresher) Done() {
	r.since = r.tasks.Now()
	r.failed++
	r.pause = r.jitter(backoff(r.failed))
	if !r.offline() {
		r.failed, r.pause = 0, RefreshPause
	}
	if r.doubtful() {
		r.pause = min(r.pause, doubtPause)
	}
	r.beat()
}

// backoff is the pause after a number of attempts that failed, one or more.
func backoff(failed int) time.Duration {
	return min(firstTry<<min(failed-1, 10), longestTo)
}

// Left is how long it still is to the next attempt.
func (r *refresher) Left() time.Duration { return max(0, r.pause-r.Elapsed()) }

func (r *refresher) Elapsed() time.Duration { return background.Elapsed(r.since, r.tasks.Now()) }

// FocusGained is for when the window gets the keyboard.
func (r *refresher) FocusGained() {
	if r.offline() || r.Elapsed() >= youngEnough {
		r.refresh()
	}
}

func (r *refresher) beat() {
	now := r.tasks.Now()
	slept := background.Elapsed(r.beaten, now) > Beat+lateBeat
	r.beaten = now
	if slept || r.Left() == 0 && (r.offline() || r.doubtful() || r.hasFocus()) {
		r.refresh()
	}
	r.stop()
	next := Beat
	if r.offline() {
		next = countBeat
	}
	r.stop = r.tasks.After(next, r.beat)
	r.onBeat()
}
