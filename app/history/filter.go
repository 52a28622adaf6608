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
	Text   string // must be in the key's ID or label, the user, the server, or the date and time
	Action Action
	Since  time.Time
	Mine   func(Event) bool // selects the events of an account; nil means all accounts
}

// None reports whether the filter selects all events of the account.
func (f Filter) None() bool {
	return strings.TrimSpace(f.Text) == "" && f.Action == "" && f.Since.IsZero()
}

// Find returns the events that the filter selects, in the same order, and the number of events for which f.Mine is true.
// It stops early if ctx is done. name returns the label of an event's key.
func (f Filter) Find(ctx context.Context, events []Event, name func(Event) string) (found []Event, total int) {
	if f.None() && f.Mine == nil {
		return events, len(events)
	}
	matches := f.Matcher(name)
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

// Matcher returns a function that reports whether the filter selects an event, apart from f.Mine. name returns the label
// of an event's key. The function remembers its result for each key, and is not safe for concurrent use.
func (f Filter) Matcher(name func(Event) string) func(Event) bool {
	wanted := strings.ToLower(strings.TrimSpace(f.Text))
	dated := datesOf(wanted).matcher()
	known := map[keys.Ref]bool{}
	return func(e Event) bool {
		switch {
		case f.Action != "" && e.Action != f.Action, e.At.Before(f.Since):
			return false
		case wanted == "", dated(e.At):
			return true
		}
		found, ok := known[e.Ref()]
		if !ok {
			found = slices.ContainsFunc([]string{e.KeyID, name(e), e.User, e.Base}, func(text string) bool {
				return strings.Contains(strings.ToLower(text), wanted)
			})
			known[e.Ref()] = found
		}
		return found
	}
}
