package history

import (
	"context"
	"slices"
	"strings"
	"time"

	"accesskeys/app/keys"
)

// Filter selects events. The zero value selects all.
type Filter struct {
	Text   string // each word must be in the key's ID or label, the user, the server, the date and time, or what is said of the event
	Action Action
	Since  time.Time
	Mine   func(Event) bool // selects the events of an account; nil means all accounts
}

// Empty reports whether the filter has no condition but Mine.
func (f Filter) Empty() bool {
	return strings.TrimSpace(f.Text) == "" && f.Action == "" && f.Since.IsZero()
}

// Find returns the events that the filter selects, in the same order, and the number of events for which f.Mine is true.
// It stops early if ctx is done. name returns the label of an event's key, and describe a description for people of its
// action and outcome.
func (f Filter) Find(ctx context.Context, events []Event, name, describe func(Event) string) (found []Event, total int) {
	if f.Empty() && f.Mine == nil {
		return events, len(events)
	}
	matches := f.matcher(name, describe)
	for i, e := range events {
		if i%checkEvery == 0 && ctx.Err() != nil {
			break
		}
		if f.Mine != nil && !f.Mine(e) {
			continue
		}
		total++
		if matches(e) {
			found = append(found, e)
		}
	}
	return found, total
}

// checkEvery is the number of events between two checks of the context.
const checkEvery = 1024

// matcher returns a function that reports whether the filter selects an event, apart from f.Mine. The function remembers
// its result for each key and for each description, and is not safe for concurrent use.
func (f Filter) matcher(name, describe func(Event) string) func(Event) bool {
	var words []func(Event) bool
	for _, w := range wordsOf(f.Text) {
		words = append(words, matcherOf(w, name, describe))
	}
	return func(e Event) bool {
		if f.Action != "" && e.Action != f.Action || e.At.Before(f.Since) {
			return false
		}
		return !slices.ContainsFunc(words, func(matches func(Event) bool) bool { return !matches(e) })
	}
}

// wordsOf returns the words of a text in lower case. A text that is a date or time is one word.
func wordsOf(text string) []string {
	text = keys.TightDates(strings.ToLower(strings.TrimSpace(text)))
	if len(datesOf(text)) > 0 {
		return []string{text}
	}
	return strings.Fields(text)
}

// matcherOf returns a function that reports whether an event has a word.
func matcherOf(word string, name, describe func(Event) string) func(Event) bool {
	dated := datesOf(word).matcher()
	isIn := func(text string) bool { return strings.Contains(strings.ToLower(text), word) }
	ofKey := remembered(Event.Ref, func(e Event) bool {
		return slices.ContainsFunc([]string{e.KeyID, name(e), e.User, e.Base}, isIn)
	})
	described := remembered(Event.described, func(e Event) bool { return isIn(describe(e)) })
	return func(e Event) bool { return dated(e.At) || described(e) || ofKey(e) }
}

// described returns the part of an event that a description of it depends on.
func (e Event) described() Event {
	return Event{Action: e.Action, Outcome: e.Outcome, Kind: e.Kind, State: e.State, Undo: e.Undo, Format: e.Format}
}

// remembered returns a function that calls is only once for all events of which of returns the same.
func remembered[T comparable](of func(Event) T, is func(Event) bool) func(Event) bool {
	known := map[T]bool{}
	return func(e Event) bool {
		found, ok := known[of(e)]
		if !ok {
			found = is(e)
			known[of(e)] = found
		}
		return found
	}
}
