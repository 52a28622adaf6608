package toast

import (
	"slices"
	"time"

	"accesskeys/views/kit/background"
)

const (
	// PassingTime is how long a message about a success is shown, or a hint why nothing was done.
	PassingTime = 4 * time.Second
	// ReadingTime is how long a message is shown that the user must not miss.
	ReadingTime = 20 * time.Second

	leastTime  = time.Second            // how long a message that was held back is shown at least
	glanceTime = 2 * time.Second        // how long it takes to read a message that says no more than a few words
	holdsCheck = 100 * time.Millisecond // how often it is checked that a message of While still holds
)

// HintWhile is Hint for a message that is removed as soon as holds returns false.
func (t *Toasts) HintWhile(message string, holds func() bool) {
	t.About(hintSubject).While(holds).Hint(message)
}

// While returns the subject for a message that is removed as soon as holds returns false.
func (s Subject) While(holds func() bool) Subject {
	s.holds = holds
	return s
}

// Behind returns the subject for a message that waits while waits returns true, because a dialog says the same. Toasts.Refit
// must be called when that changes.
func (s Subject) Behind(waits func() bool) Subject {
	s.behind = waits
	return s
}

// isBehind reports whether a message waits because a dialog says the same.
func (t *toast) isBehind() bool { return t.subject.behind != nil && t.subject.behind() }

// Refit shows messages of Behind that wait no longer, and hides those that do.
func (t *Toasts) Refit() { t.draw() }

// IsTold reports whether there is a message about the subject, even if it waits.
func (s Subject) IsTold() bool {
	return slices.ContainsFunc(s.toasts.Shown, s.isOf)
}

// Says reports whether this is the message about the subject.
func (s Subject) Says(message string) bool {
	return slices.ContainsFunc(s.toasts.Shown, func(shown *toast) bool { return s.isOf(shown) && shown.says(message) })
}

// removeUnless removes a message as soon as holds returns false.
func (t *toast) removeUnless(in *Toasts, holds func() bool) {
	in.tasks.After(holdsCheck, func() {
		switch {
		case !slices.Contains(in.Shown, t): // it has expired, or a newer one has replaced it
		case holds():
			t.removeUnless(in, holds)
		default:
			in.remove(t)
		}
	})
}

// startTimer removes a message when the rest of its time, counted from now on, is over. If the message is hidden then
// or the user may be away, or a dialog covers what it offers, its whole time begins again. A success that waits is removed
// all the same: told later, it would look new.
func (t *Toasts) startTimer(shown *toast) {
	shown.stopTimer()
	shown.since = t.tasks.Now()
	shown.stopTimer = t.tasks.After(shown.left, func() {
		switch {
		case t.hidden, !slices.Contains(t.Shown, shown):
		case shown.isLate():
			t.remove(shown)
		case t.Away(), !shown.Object.Visible(), shown.offered && t.Covered():
			shown.left = shown.duration
			t.startTimer(shown)
		default:
			t.remove(shown)
		}
	})
}

// isLate reports whether a message is a success that offers nothing, and waits because newer messages take its room.
func (t *toast) isLate() bool {
	return t.isPassingSuccess() && !t.Object.Visible() && !t.heldBack && t.subject.behind == nil
}

// isPassingSuccess reports whether a message says that something worked, and nothing else.
func (t *toast) isPassingSuccess() bool {
	return t.kind == toastDone && t.duration == PassingTime && !t.offered
}

// UntilLock returns the subject for messages that are of no use after a lock, whatever their kind: they do not tell of a
// change.
func (s Subject) UntilLock() Subject {
	s.ends = true
	return s
}

// Hold hides all messages until Release, which shows each for the rest of its time. It removes those of no use later:
// hints, plain successes, those of UntilLock, and those that the user has had the time to read. What did not work or is not
// known stays, because nobody may have been there before an idle window was locked, and so does what offers something.
func (t *Toasts) Hold() {
	if !t.hidden {
		for _, shown := range t.Shown {
			shown.count(t)
		}
		t.withdrawAll(func(shown *toast) bool {
			read := shown.kind < toastUnknown && shown.seen >= PassingTime
			ends := shown.subject.ends || shown.duration == PassingTime || read
			return shown.subject.name == hintSubject || ends && !shown.offered
		})
	}
	t.hidden = true
	t.Layer.Hide()
	t.Relayout()
}

// shorten has a message shown for no longer than PassingTime in all, unless the user is away meanwhile.
func (t *Toasts) shorten(shown *toast) {
	before := shown.seen
	left := min(shown.left, PassingTime)
	shown.count(t)
	shown.left, shown.duration = left-(shown.seen-before), PassingTime
	if !t.hidden {
		t.startTimer(shown)
	}
}

// passing returns the messages that are of no use later: hints, and messages about a success that the user has seen and
// that offer nothing.
func (t *Toasts) passing() []*toast {
	var passing []*toast
	for _, shown := range t.Shown {
		if shown.subject.name == hintSubject || shown.isPassingSuccess() && shown.isSeenFor(t, leastTime) {
			passing = append(passing, shown)
		}
	}
	return passing
}

// count counts the time since startTimer as time that a message was on screen, if the user was there.
func (t *toast) count(in *Toasts) {
	if !t.isSeenFor(in, 0) {
		return
	}
	seen := background.Elapsed(t.since, in.tasks.Now())
	t.seen += seen
	t.left = max(leastTime, t.left-seen)
}

// isRead reports whether a message does not come back once a newer one has taken its place: it offers nothing, and the user
// has had the time to read it. What is not known is shown for all of its time.
func (t *toast) isRead() bool {
	switch {
	case t.offered, t.heldBack, t.kind == toastUnknown:
		return false
	case t.kind == toastError:
		return t.seen >= PassingTime
	case t.kind == toastDone, t.duration == PassingTime:
		return t.seen >= leastTime
	}
	return t.seen >= glanceTime
}

// Minor returns the subject for a message that waits where one that matters would be hidden, or goes on waiting. A plain
// success is left out then.
func (s Subject) Minor() Subject {
	s.minor = true
	return s
}

// matters reports whether a message must not be hidden by a minor one: the user must not miss it, or has not seen it.
func (t *toast) matters(in *Toasts) bool {
	return t.duration > PassingTime || t.seen < leastTime && !t.isSeenFor(in, leastTime)
}

// isSeenFor reports whether a message has been on screen for a time, with the user there.
func (t *toast) isSeenFor(in *Toasts, least time.Duration) bool {
	return t.Object.Visible() && !in.hidden && !in.Away() && background.Elapsed(t.since, in.tasks.Now()) >= least
}

// Release shows the messages that Hold held back.
func (t *Toasts) Release() {
	if !t.hidden {
		return
	}
	t.hidden = false
	for _, shown := range t.Shown {
		t.startTimer(shown)
	}
	t.Layer.Show()
	t.Relayout()
}
