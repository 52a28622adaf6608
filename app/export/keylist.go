package export

import (
	"strings"
	"time"

	"accesskeys/app/keys"
)

// Noted is what the user has noted about a key.
type Noted struct {
	Label  string
	Places []string // where the key is used
	Text   string
}

// KeyList returns keys as a table with everything that the list can show of them, except secrets, and with what the user
// has noted about them, in which app/notes refuses secrets.
func KeyList(all []keys.Key, noted func(id string) Noted) Table {
	t := Table{Columns: []string{"access_key_id", "label", "state", "created", "updated", "expires", "used_by", "note"}, Lists: []string{"used_by"}}
	for _, k := range all {
		n := noted(k.ID)
		t.Rows = append(t.Rows, []string{k.ID, n.Label, string(k.State), written(k.CreatedAt, k.Unread.CreatedAt),
			written(k.UpdatedAt, k.Unread.UpdatedAt), written(k.ValidUntil, k.Unread.ValidUntil), strings.Join(n.Places, "\n"), n.Text})
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
