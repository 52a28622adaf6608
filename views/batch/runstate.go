package batch

import (
	"context"
	"slices"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// run is the state of a batch, from the confirmation until the user has seen its outcome.
type run struct {
	op           keys.Operation
	ids          []string       // the keys to act on, in order
	seen         []keys.Key     // the same keys as the question showed them
	skipped      []keys.Outcome // keys that were selected but are left alone
	step         keys.Step      // of Number 0 while the list is read, before the first key
	stop         context.CancelFunc
	stopping     bool
	locked       bool        // locking the window has stopped it
	sessionEnded bool        // the session has ended, which stopped it unless it was stopping or over
	result       *keys.Batch // nil until it is over
	told         bool        // the report was shown
	dialog       *Progress
	warned       bool // the user was asked before quitting

	// untouched, for an undo, is the keys as the undone change left them. A key that somebody has changed since is left
	// alone, even if it was changed back. It is nil for other batches.
	untouched *keys.Left
}

// newRun returns a batch that carries out an operation on keys as the user sees them.
func newRun(op keys.Operation, seen []keys.Key) *run {
	r := &run{op: op, seen: seen}
	for _, k := range keys.InOrder(op, seen) {
		r.ids = append(r.ids, k.ID)
	}
	return r
}

// over reports whether the batch has ended.
func (r *run) over() bool { return r.result != nil }

// isPending reports whether the batch has ended without the outcome for a key.
func (r *run) isPending() bool {
	return slices.ContainsFunc(r.result.Outcomes, func(o keys.Outcome) bool { return o.Result == keys.ResultPending })
}

// isPartlyTried reports whether the batch has ended between two of its keys.
func (r *run) isPartlyTried() bool {
	return r.isTried() && slices.ContainsFunc(r.result.Outcomes, func(o keys.Outcome) bool { return o.Result == keys.ResultNotTried })
}

// isTried reports whether the batch, which is over, has tried any key.
func (r *run) isTried() bool {
	return slices.ContainsFunc(r.result.Outcomes, func(o keys.Outcome) bool { return o.Result != keys.ResultNotTried })
}

// doneMessage returns the text that says that everything was done.
func (b *Runner) doneMessage(r *run) string {
	if len(r.ids) == 1 {
		return words.Outcome(r.op, b.host.Name(r.ids[0]))
	}
	return words.BatchDone(r.op, len(r.ids))
}

// skipCounts returns the texts that say how many keys are left alone, and why.
func skipCounts(op keys.Operation, skipped []keys.Outcome) (texts []string) {
	counts := map[keys.Skip]int{}
	var order []keys.Skip
	for _, o := range skipped {
		if counts[o.Skip] == 0 {
			order = append(order, o.Skip)
		}
		counts[o.Skip]++
	}
	for _, why := range order {
		texts = append(texts, words.SkipCount(op, why, counts[why]))
	}
	return texts
}
