package history

import (
	"context"
	"sync"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// Facts is when something was last done to a key here, zero for never.
type Facts struct {
	Shown, Copied, Checked time.Time
	DisabledSince          time.Time // by this computer, if it still is as far as is known
}

// facts is what is known of each key, without a look at the disk.
type facts struct {
	mu     sync.Mutex
	of     map[keys.Ref]Facts // by base and key ID
	loaded bool
	since  []Event // the start, until the history is loaded
	clears int
}

// place is what facts of a key are kept under: a user may become known only later.
func place(r keys.Ref) keys.Ref { return keys.Ref{Base: r.Base, KeyID: r.KeyID} }

// learn takes note of an event that is the newest of its key.
func (f *facts) learn(e Event) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.loaded && len(f.since) < mostWaiting {
		f.since = append(f.since, e)
	}
	if e.Action == Off {
		for r, v := range f.of {
			v.DisabledSince = time.Time{} // what follows is not known
			f.of[r] = v
		}
		return
	}
	if e.KeyID == "" {
		return
	}
	f.of[place(e.Ref())] = f.of[place(e.Ref())].after(e)
}

// after returns the facts once an event has happened.
func (v Facts) after(e Event) Facts {
	if state := stateAfter(e); state != "" {
		v.DisabledSince = time.Time{}
		if state == client.StateDisabled && e.Action == Disable {
			v.DisabledSince = e.At
		}
	}
	if e.Outcome != Done {
		return v
	}
	switch e.Action {
	case Show:
		v.Shown = e.At
	case Copy:
		v.Copied = e.At
	case Check:
		v.Checked = e.At
	}
	return v
}

// stateAfter is what an event says that a key is since then, "" for nothing.
func stateAfter(e Event) client.State {
	switch {
	case e.Action == Elsewhere, e.Outcome == Resolved:
		return e.State
	case e.Outcome != Done:
		return ""
	}
	switch e.Action {
	case Create, Enable:
		return client.StateEnabled
	case Disable:
		return client.StateDisabled
	case Delete:
		return client.StateDeleted
	}
	return ""
}

func (f *facts) clear() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.of, f.loaded, f.since = map[keys.Ref]Facts{}, true, nil
	f.clears++
}

// Load reads what was last done to each key, for Of. What is recorded meanwhile is younger.
func (r *Recorder) Load(ctx context.Context) error {
	r.facts.mu.Lock()
	clears := r.facts.clears
	r.facts.mu.Unlock()
	var chunks [][]Event
	err := r.Read(ctx, func(events []Event) bool {
		chunks = append(chunks, events)
		return true
	})
	if err != nil {
		return err
	}
	read := facts{of: map[keys.Ref]Facts{}, loaded: true}
	for i := len(chunks) - 1; i >= 0; i-- {
		for j := len(chunks[i]) - 1; j >= 0; j-- {
			read.learn(chunks[i][j])
		}
	}
	r.facts.take(&read, clears)
	return nil
}

// take takes over what was read, and what came since, unless the history was cleared meanwhile.
func (f *facts) take(read *facts, clears int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.clears != clears {
		return
	}
	for _, e := range f.since {
		read.learn(e)
	}
	f.of, f.loaded, f.since = read.of, true, nil
}

// Of returns what was last done to a key here. It does not wait for the disk: until Load has ended, it knows only of
// what was done since the start.
func (r *Recorder) Of(ref keys.Ref) Facts {
	r.facts.mu.Lock()
	defer r.facts.mu.Unlock()
	return r.facts.of[place(ref)]
}

// DisabledSince returns when a key was disabled here, unless it has been enabled since or the history is not known.
func (r *Recorder) DisabledSince(ref keys.Ref) (time.Time, bool) {
	at := r.Of(ref).DisabledSince
	return at, !at.IsZero()
}
