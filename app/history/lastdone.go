package history

import (
	"context"
	"slices"
	"sync"
	"time"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// Facts is when something was last done to a key here, zero for never.
type Facts struct {
	Shown, Copied, Checked time.Time    // a check is one that the server answered
	CheckKind              string       // what came of that check
	CheckState             client.State // of the key then
	DisabledSince          time.Time    // by this computer, if it still is as far as is known
}

// facts is what is known of each key, without a look at the disk.
type facts struct {
	loading sync.Mutex // held while the history is read; guards mark
	mark    Mark       // how far it was

	mu      sync.Mutex // guards what follows
	of      factsOf
	reading bool    // the history is being read
	since   []Event // then: what was not written before, and what has happened meanwhile
	clears  int
}

// place is what facts of a key are kept under: a user may become known only later.
func place(r keys.Ref) keys.Ref { return keys.Ref{Base: r.Base, KeyID: r.KeyID} }

// learn takes note of an event that is the newest of its key.
func (f *facts) learn(e Event) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.reading {
		f.since = append(f.since, e)
	}
	f.of.add(e)
}

// factsOf is what is known, by base and key ID.
type factsOf map[keys.Ref]Facts

// add takes note of an event that is the newest of its key.
func (all factsOf) add(e Event) {
	if e.Action == Off {
		for r, v := range all {
			v.DisabledSince = time.Time{} // what follows is not known
			all[r] = v
		}
		return
	}
	if e.KeyID == "" {
		return
	}
	all[place(e.Ref())] = all[place(e.Ref())].after(e)
}

// addAll adds events of which the newest are first.
func (all factsOf) addAll(chunks [][]Event) {
	for _, events := range slices.Backward(chunks) {
		for _, e := range slices.Backward(events) {
			all.add(e)
		}
	}
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
		if keycheck.Kind(e.Kind).Answered() {
			v.Checked, v.CheckKind, v.CheckState = e.At, e.Kind, e.State
		}
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
	f.of = factsOf{}
	f.clears++
}

// Load reads what was last done to each key, for Of. Called again, it reads what has come since, such as from another
// process. What is recorded meanwhile is younger.
func (r *Recorder) Load(ctx context.Context) error {
	f := &r.facts
	f.loading.Lock()
	defer f.loading.Unlock()
	clears := r.beginReading()
	defer f.end()
	var chunks [][]Event
	mark, err := r.ReadSince(ctx, f.mark, func(events []Event) bool {
		chunks = append(chunks, events)
		return true
	})
	if err != nil {
		return err
	}
	if f.take(chunks, mark.Whole(), clears) {
		f.mark = mark
	}
	return nil
}

// beginReading has what is not written so far, and what happens from now on, be kept for take.
func (r *Recorder) beginReading() (clears int) {
	r.writing.Lock() // what is being written is neither in the queue nor surely in the file
	defer r.writing.Unlock()
	r.mu.Lock()
	defer r.mu.Unlock()
	f := &r.facts
	f.mu.Lock()
	defer f.mu.Unlock()
	f.reading = true
	for _, w := range r.queue {
		f.since = append(f.since, w.Event)
	}
	return f.clears
}

func (f *facts) end() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.reading, f.since = false, nil
}

// take takes over what was read, and what came since, unless the history was cleared meanwhile. whole is that all was read.
func (f *facts) take(chunks [][]Event, whole bool, clears int) bool {
	all := factsOf{}
	if whole {
		all.addAll(chunks)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.clears != clears {
		return false
	}
	if whole {
		f.of = all
	} else {
		f.of.addAll(chunks)
	}
	for _, e := range f.since {
		f.of.add(e)
	}
	return true
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
