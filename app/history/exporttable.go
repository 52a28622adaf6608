package history

import "accesskeys/app/export"

// Table returns events as rows to export. name returns the label of an event's key, or "", and describe returns a
// description of the event for people.
func Table(events []Event, name, describe func(Event) string) export.Table {
	t := export.Table{Columns: []string{"time", "server", "user", "access_key_id", "label", "action", "outcome", "kind", "state", "format", "version", "description"}}
	for _, e := range events {
		t.Rows = append(t.Rows, []string{e.At.UTC().Format("2006-01-02T15:04:05.000Z"), e.Base, e.User, e.KeyID, name(e),
			string(e.Action), string(e.Outcome), e.Kind, string(e.State), e.Format, e.Version, describe(e)})
	}
	return t
}
