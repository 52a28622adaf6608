package views

import (
	"time"

	"accesskeys/app/desktop"
)

// scrubPause is how long after a secret was dropped its memory is overwritten: once for all that are
// dropped together, and not while what dropped them still runs.
const scrubPause = 300 * time.Millisecond

// scrubAgain is how long after that it is done once more: what lay in connections and in the toolkit's
// caches has been let go of by then.
const scrubAgain = 5 * time.Second

// scrub has the memory that secrets were in overwritten, soon.
func (w *window) scrub() {
	w.stopScrub()
	w.stopScrub = w.tasks.after(scrubPause, func() {
		if w.session != nil {
			w.session.Rest()
		}
		w.tasks.start(desktop.Scrub)
		w.stopScrub = w.tasks.after(scrubAgain, func() { w.tasks.start(desktop.Scrub) })
	})
}
