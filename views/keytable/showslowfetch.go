package keytable

import (
	"slices"
	"time"

	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
)

// fetching tracks the keys whose secrets are being fetched, by ID.
type fetching struct {
	after  func(time.Duration, func()) (stop func())
	redraw func()
	timers map[string]func() // functions that stop a key's timer; nil once its fetching is slow
}

// update starts and stops timers for a changed list.
func (f *fetching) update(all []keys.Key) {
	for id := range f.timers {
		if !slices.ContainsFunc(all, func(k keys.Key) bool { return k.ID == id }) {
			f.set(id, false)
		}
	}
	for i := range all {
		f.set(all[i].ID, all[i].Busy == keys.OpReveal)
	}
}

// set starts or stops the timer of a key.
func (f *fetching) set(id string, fetched bool) {
	stop, known := f.timers[id]
	switch {
	case fetched == known:
	case fetched:
		f.timers[id] = f.after(background.SlowAfter, func() {
			f.timers[id] = nil
			f.redraw()
		})
	default:
		if stop != nil {
			stop()
		}
		delete(f.timers, id)
	}
}

// SaysFetching reports whether the row of a key says that its secret is being fetched.
func SaysFetching(l *List, id string) bool {
	stop, known := l.fetching.timers[id]
	return known && stop == nil
}

// shown returns a key as its row shows it: not busy while its secret is being fetched, unless that is slow.
func (f *fetching) shown(k keys.Key) keys.Key {
	if stop, known := f.timers[k.ID]; k.Busy == keys.OpReveal && (!known || stop != nil) {
		k.Busy = ""
	}
	return k
}
