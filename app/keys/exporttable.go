package keys

import (
	"time"

	"accesskeys/app/export"
	"accesskeys/app/settings"
)

// Table returns keys as rows for other programs, with the columns that are shown. It has no secret. label is what a user
// calls a key.
func Table(all []Key, shows func(settings.Column) bool, label func(id string) string) export.Table {
	columns := []struct {
		name  string
		shown bool
		text  func(Key) string
	}{
		{"key", true, func(k Key) string { return k.ID }},
		{"label", true, func(k Key) string { return label(k.ID) }},
		{"state", shows(settings.ColumnState), func(k Key) string { return string(k.State) }},
		{"created", shows(settings.ColumnCreated) || shows(settings.ColumnAge), func(k Key) string { return written(k.CreatedAt, k.Unread.CreatedAt) }},
		{"updated", shows(settings.ColumnUpdated), func(k Key) string { return written(k.UpdatedAt, k.Unread.UpdatedAt) }},
		{"expires", shows(settings.ColumnExpires), func(k Key) string { return written(k.ValidUntil, k.Unread.ValidUntil) }},
	}
	t := export.Table{Rows: make([][]string, len(all))}
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

// written is a date as other programs read it, or what the server says where that is none.
func written(t time.Time, unread string) string {
	if t.IsZero() {
		return unread
	}
	return t.UTC().Format(time.RFC3339)
}
