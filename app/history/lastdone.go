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

// Facts tells when things were last done to a key on this computer. A zero time means never.
type Facts struct {
	Shown, Copied, Checked time.Time    // Checked counts only checks that the server answered
	CheckKind              string       // the result of the last check
	CheckState             client.State // the key's state at the last check
	DisabledSince          time.Time    // when this computer disabled the key, if it is still disabled as far as is known
}

// facts holds the Facts of each key in memory.
type facts struct {
	loading sync.Mutex // held while the history is read; guards mark
	mark    Mark       // how far the history was read

	mu      sync.Mutex // guards the fields below
	of      factsOf
	reading bool    // the history is being read
	since   []Event // while reading: the events that the file may not have yet, and those recorded meanwhile
	clears  int     // how often the history was cleared
}

// withoutUser returns the key under which the facts of r are stored. It leaves out the user, who may become known later.
func withoutUser(r keys.Ref) keys.Ref { return keys.Ref{Base: r.Base, KeyID: r.KeyID} }

// learn updates the facts by an event, which must be the newest of its key.
func (f *facts) learn(e Event) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.reading {
		f.since = append(f.since, e)
	}
	f.of.add(e)
}

// factsOf maps keys without user to their facts.
type factsOf map[keys.Ref]Facts

// add updates the facts by an event, which must be the newest of its key.
func (all factsOf) add(e Event) {
	if e.Action == Off {
		for r, v := range all {
			v.DisabledSince = time.Time{} // later changes are not recorded
			all[r] = v
		}
		return
	}
	if e.KeyID == "" {
		return
	}
	all[withoutUser(e.Ref())] = all[withoutUser(e.Ref())].after(e)
}

// addAll adds events that are sorted from the newest to the oldest.
func (all factsOf) addAll(chunks [][]Event) {
	for _, events := range slices.Backward(chunks) {
		for _, e := range slices.Backward(events) {
			all.add(e)
		}
	}
}

// after returns the facts as they are after an event.
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

// stateAfter returns the state of the key after an event, or "" if the event does not tell.
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

// Load reads the history for Of. When called again, it reads only the events that were added since, for example by
// another process. Events that are recorded while it reads count as newer than what it reads.
func (r *Recorder) Load(ctx context.Context) error {
	f := &r.facts
	f.loading.Lock()
	defer f.loading.Unlock()
	clears := r.beginReading()
	defer f.endReading()
	var chunks [][]Event
	mark, err := r.ReadSince(ctx, f.mark, func(events []Event) bool {
		chunks = append(chunks, events)
		return true
	})
	if err != nil {
		return err
	}
	if f.merge(chunks, mark.Whole(), clears) {
		f.mark = mark
	}
	return nil
}

// beginReading starts to collect the events that the file may not have: those in the queue and those recorded from now
// on. merge adds them.
func (r *Recorder) beginReading() (clears int) {
	r.writing.Lock() // wait for events that are being written: they are not in the queue, and maybe not in the file yet
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

func (f *facts) endReading() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.reading, f.since = false, nil
}

// merge adds the events that were read and those collected since beginReading. If whole is true, the history was read
// from the start, and merge replaces the facts instead of adding to them. If the history was cleared meanwhile, merge
// does nothing and returns false.
func (f *facts) merge(chunks [][]Event, whole bool, clears int) bool {
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

// Of returns what was last done to a key on this computer. It does not wait for the disk: until Load has finished, it
// knows only what was done in this run.
func (r *Recorder) Of(ref keys.Ref) Facts {
	r.facts.mu.Lock()
	defer r.facts.mu.Unlock()
	return r.facts.of[withoutUser(ref)]
}
