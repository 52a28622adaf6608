package keytable

import "time"

// patience is how long rows wait to be drawn again, after something was asked for that will most likely change one of
// them once more. Drawing takes about as long as a secret takes to come out of the keyring.
const patience = 60 * time.Millisecond

// redraws draws rows again. The toolkit draws the whole window each time, so one drawing is to show all of a change.
type redraws struct {
	after func(time.Duration, func()) (stop func())
	draw  func() // draws the rows that have changed

	held   func() // ends the waiting; nil where nothing is waited for
	wanted bool
}

// want draws what has changed, now or when what was asked for is there.
func (r *redraws) want() {
	r.wanted = true
	if r.held == nil {
		r.flush()
	}
}

// hold has rows wait until release, but not for long.
func (r *redraws) hold() {
	if r.held == nil {
		r.held = r.after(patience, r.release)
	}
}

// now draws what has changed, with what has waited.
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

// RedrawFields has the rows of a list show what FieldOf returns by now.
func RedrawFields(l *List) { l.redraws.now() }
