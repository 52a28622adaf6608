package keytable

import (
	"time"

	"accesskeys/app/keys"
)

// slow is how long the fetching of a secret takes before it is shown. Most are there sooner, and each sign of it would
// have the toolkit draw the window once more.
const slow = 300 * time.Millisecond

// fetching is the keys whose secrets are being fetched, by ID.
type fetching struct {
	after  func(time.Duration, func()) (stop func())
	redraw func()
	waits  map[string]func() // stops the waiting for what is not slow yet; nil where it is
}

// update takes what is known of keys now.
func (f *fetching) update(all []keys.Key) {
	for id, stop := range f.waits {
		if !isFetched(all, id) {
			if stop != nil {
				stop()
			}
			delete(f.waits, id)
		}
	}
	for i := range all {
		id := all[i].ID
		if _, known := f.waits[id]; all[i].Busy != keys.OpReveal || known {
			continue
		}
		f.waits[id] = f.after(slow, func() {
			f.waits[id] = nil
			f.redraw()
		})
	}
}

func isFetched(all []keys.Key, id string) bool {
	for i := range all {
		if all[i].ID == id {
			return all[i].Busy == keys.OpReveal
		}
	}
	return false
}

// shown is a key as a row shows it: a secret that is being fetched is no news yet.
func (f *fetching) shown(k keys.Key) keys.Key {
	if stop, known := f.waits[k.ID]; k.Busy == keys.OpReveal && (!known || stop != nil) {
		k.Busy = ""
	}
	return k
}
