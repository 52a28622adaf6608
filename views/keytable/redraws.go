package keytable

import "time"

// maxHold is how long redrawing waits for an action that will most likely change a row once more. It is longer than a
// secret takes to come out of the keyring, which is about as long as drawing takes.
const maxHold = 60 * time.Millisecond

// redraws redraws rows. The toolkit draws the whole window each time, so all that changes together is drawn at once.
type redraws struct {
	after func(time.Duration, func()) (stop func())
	draw  func() // draws the rows that have changed

	stopHold  func() // stops the timer of hold; nil while nothing is held
	requested bool
}

// request redraws the rows that have changed: now, or when hold ends.
func (r *redraws) request() {
	r.requested = true
	if r.stopHold == nil {
		r.flush()
	}
}

// hold delays redrawing until now or release, but at most by maxHold.
func (r *redraws) hold() {
	if r.stopHold == nil {
		r.stopHold = r.after(maxHold, r.release)
	}
}

// now redraws the rows that have changed at once, and ends hold.
func (r *redraws) now() {
	r.requested = true
	r.release()
}

func (r *redraws) release() {
	if r.stopHold != nil {
		r.stopHold()
		r.stopHold = nil
	}
	r.flush()
}

func (r *redraws) flush() {
	if r.requested {
		r.requested = false
		r.draw()
	}
}

// RedrawFields redraws the rows whose field, as FieldOf returns it, has changed.
func RedrawFields(l *List) { l.redraws.now() }
