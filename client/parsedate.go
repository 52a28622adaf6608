package client

import (
	"bytes"
	"encoding/json"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"accesskeys/client/oneline"
)

// maxDate is how many characters of a date that cannot be read are kept.
const maxDate = 64

// UnreadDates are the dates of an access key that the server gave and that could not be read, as it wrote
// them: one line each, cut to 64 characters. The time beside one that is not empty is zero.
type UnreadDates struct {
	CreatedAt  string `json:"created,omitempty"`
	UpdatedAt  string `json:"updated,omitempty"`
	ValidUntil string `json:"expires,omitempty"`
	DeletedAt  string `json:"deleted,omitempty"`
}

// valid reports whether List could have returned the dates that could not be read of k.
func (u UnreadDates) valid(k AccessKey) bool {
	ok := func(text string, at time.Time) bool {
		return text == "" || at.IsZero() && text == oneline.Cut(oneline.Flat(text), maxDate)
	}
	return ok(u.CreatedAt, k.CreatedAt) && ok(u.UpdatedAt, k.UpdatedAt) &&
		ok(u.ValidUntil, k.ValidUntil) && ok(u.DeletedAt, k.DeletedAt)
}

// wireTime is a date-time as servers write it. It is zero where the server says that there is none: by null,
// an empty string, a zero, Go's zero time or Unix's, or MySQL's.
type wireTime struct {
	time.Time
	unread string // what the server wrote, if it could not be read
}

// UnmarshalJSON implements json.Unmarshaler. It never fails.
func (t *wireTime) UnmarshalJSON(b []byte) error {
	*t = wireTime{}
	if t.plain(b) {
		return nil
	}
	text, ok := string(b), true
	switch {
	case bytes.Equal(b, []byte("null")):
		return nil
	case b[0] == '"':
		_ = json.Unmarshal(b, &text) // b is a valid string
	case b[0] == '{':
		ok = t.nullable(b, &text)
	}
	if strings.TrimSpace(text) == "" {
		return nil
	}
	text = oneline.Flat(text)
	if ok {
		if t.Time, ok = parseDate(text); ok {
			return nil
		}
	}
	// A text of invisible characters alone is still a date that was given.
	t.unread = oneline.Cut(text, maxDate)
	if t.unread == "" {
		t.unread = "?"
	}
	return nil
}

// plain reads the form that nearly all dates have, in a fraction of the time that others take.
func (t *wireTime) plain(b []byte) (ok bool) {
	var at time.Time
	if len(b) > 2 && b[0] == '"' && at.UnmarshalText(b[1:len(b)-1]) == nil {
		t.Time, ok = sensible(at)
	}
	return ok
}

// nullable reads what Go writes of a sql.NullTime: its text becomes the time's, and empty where that is none.
func (t *wireTime) nullable(b []byte, text *string) bool {
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

// parseDate reads a date in one of the common forms and returns it in UTC, zero where it means none. One
// without a zone is taken for UTC. What could be read in two ways, such as 03/04/2025 or the zone CST, is not read.
func parseDate(text string) (time.Time, bool) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return sensible(t)
	}
	if m := isoDate.FindStringSubmatch(text); m != nil {
		return parseISO(m)
	}
	if t, ok := parseEpoch(text); ok {
		return sensible(t)
	}
	text, _, _ = strings.Cut(text, " (") // JavaScript puts a zone's long name last
	for _, layout := range namedMonths {
		if t, err := time.Parse(layout, text); err == nil {
			return sensible(t)
		}
	}
	return time.Time{}, false
}

// sensible returns a time in UTC, zero where it means none, and false where no access key can have it.
func sensible(t time.Time) (time.Time, bool) {
	t = t.UTC()
	switch {
	case t.Sub(time.Time{}).Abs() <= 24*time.Hour, t.Unix() == 0: // in whatever zone it was zero
		return time.Time{}, true
	case t.Year() < 1900, t.Year() > 9999:
		return time.Time{}, false
	}
	return t, true
}

// isoDate is a date that begins with its year, as of ISO 8601 with what is often done to it: the parts are year,
// month, day, hour, minute, second, fraction, zone, and a zone's name behind an offset.
var isoDate = regexp.MustCompile(`^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?` +
	`(?:[Tt ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?` +
	` ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?( [A-Z]{3,5}| [+-]\d{2,4}|\[[^\]]+\])?( m=[+-][\d.]+)?)?$`)

// parseISO reads what isoDate has found.
func parseISO(m []string) (time.Time, bool) {
	year, month, day, hour, minute, second, fraction, zone, name := m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9]
	if name != "" && zone == "" {
		return time.Time{}, false // a name alone may mean several zones
	}
	if year+month+day == "00000000" {
		return time.Time{}, true
	}
	switch {
	case zone == "", zone[0] != '+' && zone[0] != '-':
		zone = "Z"
	case len(zone) == len("+08"):
		zone += ":00"
	case len(zone) == len("+0800"):
		zone = zone[:3] + ":" + zone[3:]
	}
	two := func(digits string) string { return ("00" + digits)[len(digits):] }
	text := year + "-" + two(month) + "-" + two(day) + "T" + two(hour) + ":" + two(minute) + ":" + two(second)
	if fraction != "" {
		text += "." + fraction
	}
	t, err := time.Parse(time.RFC3339, text+zone)
	if err != nil {
		return time.Time{}, false
	}
	return sensible(t)
}

// namedMonths are the layouts in which the month has its English name, and ISO 8601's without separators.
var namedMonths = []string{
	"Mon, 2 Jan 2006 15:04:05 GMT", "Mon, 2 Jan 2006 15:04:05 UTC", "Mon, 2 Jan 2006 15:04:05 -0700",
	"Mon Jan 2 15:04:05 2006", "Mon Jan 2 15:04:05 UTC 2006", "Mon Jan 2 15:04:05 GMT 2006", "Mon Jan 2 15:04:05 -0700 2006",
	"Mon Jan 2 2006 15:04:05 GMT-0700",
	"2 Jan 2006", "2 Jan 2006 15:04:05", "2 Jan 2006 15:04:05 -0700",
	"Jan 2, 2006", "Jan 2, 2006 15:04:05", "Jan 2, 2006 3:04:05 PM", "Jan 2, 2006, 3:04:05 PM",
	"20060102T150405Z0700", "20060102T150405",
}

// parseEpoch reads seconds since 1970, or thousandths, millionths or billionths of them. How many digits there
// are tells which: each is read between 1973 and 2286 only, where no two are alike, and neither is a date without
// separators such as 20250304. A zero, and Go's zero time, are read too.
func parseEpoch(text string) (time.Time, bool) {
	whole, fraction, _ := strings.Cut(text, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	switch {
	case err == nil && strings.Trim(fraction, "0") == "":
	case len(text) <= 32:
		f, err := strconv.ParseFloat(text, 64)
		if err != nil || math.Abs(f) < 1e8 || math.Abs(f) >= 1e10 {
			return time.Time{}, false
		}
		return time.UnixMicro(int64(math.Round(f * 1e6))), true
	default:
		return time.Time{}, false
	}
	goZero := time.Time{}.Unix()
	switch {
	case n == 0, n == goZero, n == goZero*1000:
		return time.Unix(0, 0), true
	case 1e8 <= n && n < 1e10:
		return time.Unix(n, 0), true
	case 1e11 <= n && n < 1e13:
		return time.UnixMilli(n), true
	case 1e14 <= n && n < 1e16:
		return time.UnixMicro(n), true
	case n >= 1e17:
		return time.Unix(0, n), true
	}
	return time.Time{}, false
}
