package views

import (
	"context"
	"time"

	"accesskeys/app/desktop"
)

const (
	// scrubPause is how long after a secret was dropped its memory is overwritten: once for all that are
	// dropped together, and not while what dropped them still runs.
	scrubPause = 300 * time.Millisecond
	// scrubAgain is how long after that it is done once more: what lay in connections and in the toolkit's
	// caches has been let go of by then.
	scrubAgain = 5 * time.Second
)

// scrub has the memory that secrets were in overwritten, soon.
func (w *window) scrub() {
	w.stopScrub()
	w.stopScrub = w.tasks.after(scrubPause, func() {
		w.scrubNow()
		w.stopScrub = w.tasks.after(scrubAgain, w.scrubNow)
	})
}

func (w *window) scrubNow() {
	if w.scrubbing {
		w.scrub()
		return
	}
	w.scrubbing = true
	s := w.session
	act(w.tasks, func(context.Context) error {
		if s != nil {
			s.CloseIdleConnections()
		}
		desktop.Scrub()
		return nil
	}, func(error) { w.scrubbing = false })
}
