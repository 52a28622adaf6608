package keytable

import (
	"time"

	"accesskeys/app/keys"
)

// slow is how long a secret must take to be fetched before the row shows that it is being fetched. Most take less time,
// and showing it would make the toolkit draw the window once more.
const slow = 300 * time.Millisecond

// fetching tracks the keys whose secrets are being fetched, by ID.
type fetching struct {
	after  func(time.Duration, func()) (stop func())
	redraw func()
	waits  map[string]func() // functions that stop a key's timer; nil once its fetching is slow
}

// update starts and stops timers for a changed list.
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

// shown returns a key as its row shows it: not busy while its secret is being fetched, unless that is slow.
func (f *fetching) shown(k keys.Key) keys.Key {
	if stop, known := f.waits[k.ID]; k.Busy == keys.OpReveal && (!known || stop != nil) {
		k.Busy = ""
	}
	return k
}
