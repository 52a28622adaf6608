package history

import (
	"context"
	"slices"
	"strings"
	"time"

	"accesskeys/app/keys"
)

// Filter is which events are looked for. The zero value finds all.
type Filter struct {
	Text   string // in the key's ID or name, the user, the server, or the date and time
	Action Action
	Since  time.Time
	Mine   func(Event) bool // nil for those of all accounts
}

// None reports whether all events are looked for.
func (f Filter) None() bool {
	return strings.TrimSpace(f.Text) == "" && f.Action == "" && f.Since.IsZero()
}

// Find returns those of some events that are looked for, in the same order, and how many there are of the accounts that are
// looked at. It ends early where ctx ends.
func (f Filter) Find(ctx context.Context, events []Event, name func(Event) string) (found []Event, total int) {
	if f.None() && f.Mine == nil {
		return events, len(events)
	}
	matches := f.Matcher(name)
	for i, e := range events {
		if i%pause == 0 && ctx.Err() != nil {
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

// pause is how many events are looked at between two looks at whether that is to end.
const pause = 1024

// Matcher returns what reports whether an event is looked for. name is what an event's key is called. What many events
// have in common is looked at once.
func (f Filter) Matcher(name func(Event) string) func(Event) bool {
	wanted := strings.ToLower(strings.TrimSpace(f.Text))
	dated := datesOf(wanted).finder()
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
