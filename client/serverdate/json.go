// Package serverdate reads dates in the many forms in which servers write them.
package serverdate

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"

	"accesskeys/client/oneline"
)

// MaxUnread is how many characters of an unreadable date are kept.
const MaxUnread = 64

// Time is a date and time as servers write it. It is zero if the server says that there is none. Servers do that
// with null, an empty string, 0, the zero time of Go or Unix, or MySQL's 0000-00-00.
type Time struct {
	time.Time
	Unread string // what the server wrote, if it could not be read: one line, cut to MaxUnread
}

// UnmarshalJSON implements json.Unmarshaler. It never fails.
func (t *Time) UnmarshalJSON(b []byte) error {
	*t = Time{}
	if t.unmarshalRFC3339(b) {
		return nil
	}
	text, ok := string(b), true
	switch {
	case bytes.Equal(b, []byte("null")):
		return nil
	case b[0] == '"':
		_ = json.Unmarshal(b, &text) // b is a valid string
	case b[0] == '{':
		ok = unmarshalNullTime(b, &text)
	}
	if strings.TrimSpace(text) == "" {
		return nil
	}
	text = oneline.Flat(text)
	if ok {
		if t.Time, ok = parse(text); ok {
			return nil
		}
	}
	// A text of only invisible characters still counts as a date that could not be parsed.
	t.Unread = oneline.Cut(text, MaxUnread)
	if t.Unread == "" {
		t.Unread = "?"
	}
	return nil
}

// unmarshalRFC3339 parses the form that nearly all dates have. It is much faster than the general way.
func (t *Time) unmarshalRFC3339(b []byte) (ok bool) {
	var at time.Time
	if len(b) > 2 && b[0] == '"' && at.UnmarshalText(b[1:len(b)-1]) == nil {
		t.Time, ok = checkTime(at)
	}
	return ok
}

// unmarshalNullTime parses the JSON of a sql.NullTime. It sets text to the text of the time, or to "" if that is not
// valid.
func unmarshalNullTime(b []byte, text *string) bool {
	var null struct {
		Time  *string
		Valid *bool
	}
	if json.Unmarshal(b, &null) != nil || null.Time == nil || null.Valid == nil {
		return false
	}
	*text = *null.Time
	if !*null.Valid {
		*text = ""
	}
	return true
}
