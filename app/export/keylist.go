package export

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
)

// KeyList returns keys as a table with the columns that are shown. It contains no secrets. label returns the user's label
// for a key.
func KeyList(all []keys.Key, shows func(settings.Column) bool, label func(id string) string) Table {
	columns := []struct {
		name  string
		shown bool
		text  func(keys.Key) string
	}{
		{"key", true, func(k keys.Key) string { return k.ID }},
		{"label", true, func(k keys.Key) string { return label(k.ID) }},
		{"state", shows(settings.ColumnState), func(k keys.Key) string { return string(k.State) }},
		{"created", shows(settings.ColumnCreated) || shows(settings.ColumnAge), func(k keys.Key) string { return written(k.CreatedAt, k.Unread.CreatedAt) }},
		{"updated", shows(settings.ColumnUpdated), func(k keys.Key) string { return written(k.UpdatedAt, k.Unread.UpdatedAt) }},
		{"expires", shows(settings.ColumnExpires), func(k keys.Key) string { return written(k.ValidUntil, k.Unread.ValidUntil) }},
	}
	t := Table{Rows: make([][]string, len(all))}
	for _, c := range columns {
		if !c.shown {
			continue
		}
		t.Columns = append(t.Columns, c.name)
		for i, k := range all {
			t.Rows[i] = append(t.Rows[i], c.text(k))
		}
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
