package keytable

import (
	"time"

	"accesskeys/app/keys"
)

// slowAfter is how long a secret must take to be fetched before the row shows that it is being fetched. Most take less
// time, and showing it would make the toolkit draw the window once more.
const slowAfter = 300 * time.Millisecond

// fetching tracks the keys whose secrets are being fetched, by ID.
type fetching struct {
	after  func(time.Duration, func()) (stop func())
	redraw func()
	timers map[string]func() // functions that stop a key's timer; nil once its fetching is slow
}

// update starts and stops timers for a changed list, in which key finds a key.
func (f *fetching) update(all []keys.Key, key func(id string) (keys.Key, bool)) {
	for id, stop := range f.timers {
		if k, _ := key(id); k.Busy != keys.OpReveal {
			if stop != nil {
				stop()
			}
			delete(f.timers, id)
		}
	}
	for i := range all {
		id := all[i].ID
		if _, known := f.timers[id]; all[i].Busy != keys.OpReveal || known {
			continue
		}
		f.timers[id] = f.after(slowAfter, func() {
			f.timers[id] = nil
			f.redraw()
		})
	}
}

// shown returns a key as its row shows it: not busy while its secret is being fetched, unless that is slow.
func (f *fetching) shown(k keys.Key) keys.Key {
	if stop, known := f.timers[k.ID]; k.Busy == keys.OpReveal && (!known || stop != nil) {
		k.Busy = ""
	}
	return k
}
