package batch

import (
	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// Possible returns to how many of the keys an operation can be done.
func Possible(b *Runner, op keys.Operation, ids []string) (n int) {
	for _, id := range ids {
		if _, why := b.skipOf(op, id); why == "" {
			n++
		}
	}
	return n
}

// WhyNone says why an operation can be done to none of the keys, or returns "" if it can, or may soon: a key that is busy now,
// or with a change that is not confirmed yet, may be in any state then.
func WhyNone(b *Runner, op keys.Operation, ids []string) string {
	var skipped []keys.Outcome
	var last keys.Key
	for _, id := range ids {
		k, listed, _ := b.host.Key(id)
		why := keys.SkipOf(op, k, listed)
		switch why {
		case "", keys.SkipBusy, keys.SkipPending:
			return ""
		}
		skipped, last = append(skipped, keys.Outcome{ID: id, Result: keys.ResultSkipped, Skip: why}), k
	}
	switch len(skipped) {
	case 0:
		return ""
	case 1:
		return words.NotPossible(op, last.State, skipped[0].Skip)
	}
	return words.NothingToDo(op, skipCounts(op, skipped))
}
