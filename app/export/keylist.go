package export

import (
	"time"

	"accesskeys/app/keys"
)

// KeyList returns keys as a table with everything that the list can show of them, except secrets. label returns the user's
// label for a key.
func KeyList(all []keys.Key, label func(id string) string) Table {
	t := Table{Columns: []string{"key", "label", "state", "created", "updated", "expires"}}
	for _, k := range all {
		t.Rows = append(t.Rows, []string{k.ID, label(k.ID), string(k.State), written(k.CreatedAt, k.Unread.CreatedAt),
			written(k.UpdatedAt, k.Unread.UpdatedAt), written(k.ValidUntil, k.Unread.ValidUntil)})
	}
	return t
}

// written returns a date in RFC 3339, or the server's own text if the date could not be parsed.
func written(t time.Time, unread string) string {
	if t.IsZero() {
		return unread
	}
	return t.UTC().Format(time.RFC3339)
}
