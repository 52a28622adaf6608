package batch

import (
	"context"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// run is an action on several keys, from the confirmation until the user has seen how it went.
type run struct {
	op       keys.Operation
	ids      []string       // to be acted on
	seen     []keys.Key     // the same, as they were asked about
	skipped  []keys.Outcome // chosen as well, but left alone
	step     keys.Step
	stop     context.CancelFunc
	stopping bool
	locked   bool        // the window was, which stopped it
	left     bool        // the session was, which stopped it unless it was stopping or over
	result   *keys.Batch // once it is over
	told     bool        // the result was
	dialog   *Progress

	untouched *keys.Left // a key that was changed since and back again is left alone, too; nil is not asked
}

// newRun returns an operation on keys as they are seen.
func newRun(op keys.Operation, seen []keys.Key) *run {
	r := &run{op: op, seen: seen}
	for _, k := range keys.InOrder(op, seen) {
		r.ids = append(r.ids, k.ID)
	}
	return r
}

// over reports whether everything was done that will be.
func (r *run) over() bool { return r.result != nil }

// done says that all was done.
func (b *Runner) done(r *run) string {
	if len(r.ids) == 1 {
		return words.Outcome(r.op, b.named(r.ids[0]))
	}
	return words.BatchDone(r.op, len(r.ids))
}

// skipCounts says how many keys are left alone, and why.
func skipCounts(op keys.Operation, skipped []keys.Outcome, total int) string {
	counts := map[keys.Skip]int{}
	var order []keys.Skip
	for _, o := range skipped {
		if counts[o.Skip] == 0 {
			order = append(order, o.Skip)
		}
		counts[o.Skip]++
	}
	text := ""
	for _, why := range order {
		next := words.SkipCount(op, why, counts[why], total)
		if text != "" {
			next = words.Sentences(text, next)
		}
		text = next
	}
	return text
}
