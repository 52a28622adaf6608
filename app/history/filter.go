package history

import (
	"slices"
	"strings"
	"time"

	"accesskeys/app/export"
	"accesskeys/app/keys"
)

// Filter is which events are looked for. The zero value finds all.
type Filter struct {
	Text   string // in the key's ID or name, the user, the server, or the date and time
	Action Action
	Since  time.Time
}

// Matcher returns what reports whether an event is looked for. name is what an event's key is called. What many events
// have in common is looked at once.
func (f Filter) Matcher(name func(Event) string) func(Event) bool {
	wanted := strings.ToLower(strings.TrimSpace(f.Text))
	dated := wanted != "" && !strings.ContainsFunc(wanted, func(r rune) bool { return !strings.ContainsRune("0123456789-: ", r) })
	known := map[keys.Ref]bool{}
	return func(e Event) bool {
		switch {
		case f.Action != "" && e.Action != f.Action, e.At.Before(f.Since):
			return false
		case wanted == "", dated && strings.Contains(e.At.Local().Format(time.DateTime), wanted):
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

// Table returns events as rows for other programs. name is what an event's key is called, "" for nothing.
func Table(events []Event, name func(Event) string) export.Table {
	t := export.Table{Columns: []string{"time", "server", "user", "key", "label", "action", "outcome", "kind", "state", "format", "version"}}
	for _, e := range events {
		t.Rows = append(t.Rows, []string{e.At.UTC().Format("2006-01-02T15:04:05.000Z"), e.Base, e.User, e.KeyID, name(e),
			string(e.Action), string(e.Outcome), e.Kind, string(e.State), e.Format, e.Version})
	}
	return t
}
