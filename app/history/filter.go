package history

import (
	"strings"
	"time"

	"accesskeys/app/export"
)

// Filter is which events are looked for. The zero value finds all.
type Filter struct {
	Text   string // in the key's ID or name, the user, the server, or the date and time
	Action Action
	Since  time.Time
}

// Matches reports whether an event is looked for. name is what its key is called.
func (f Filter) Matches(e Event, name string) bool {
	if f.Action != "" && e.Action != f.Action || e.At.Before(f.Since) {
		return false
	}
	if f.Text == "" {
		return true
	}
	wanted := strings.ToLower(strings.TrimSpace(f.Text))
	for _, text := range []string{e.KeyID, name, e.User, e.Base} {
		if strings.Contains(strings.ToLower(text), wanted) {
			return true
		}
	}
	return strings.Contains(e.At.Local().Format(time.DateTime), wanted)
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
