package keytable

import "time"

// patience is how long redrawing waits for an action that will most likely change a row once more. It is longer than a
// secret takes to come out of the keyring, which is about as long as drawing takes.
const patience = 60 * time.Millisecond

// redraws redraws rows. The toolkit draws the whole window each time, so all that changes together is drawn at once.
type redraws struct {
	after func(time.Duration, func()) (stop func())
	draw  func() // draws the rows that have changed

	held   func() // stops the timer of hold; nil while nothing is held
	wanted bool
}

// want redraws the rows that have changed: now, or when hold ends.
func (r *redraws) want() {
	r.wanted = true
	if r.held == nil {
		r.flush()
	}
}

// hold delays redrawing until now or release, but at most by patience.
func (r *redraws) hold() {
	if r.held == nil {
		r.held = r.after(patience, r.release)
	}
}

// now redraws the rows that have changed at once, and ends hold.
func (r *redraws) now() {
	r.wanted = true
	r.release()
}

func (r *redraws) release() {
	if r.held != nil {
		r.held()
		r.held = nil
	}
	r.flush()
}

func (r *redraws) flush() {
	if r.wanted {
		r.wanted = false
		r.draw()
	}
}

// RedrawFields redraws the rows whose field, as FieldOf returns it, has changed.
func RedrawFields(l *List) { l.redraws.now() }
