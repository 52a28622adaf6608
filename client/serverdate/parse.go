package serverdate

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// parse parses a date in one of the common forms and returns it in UTC. It returns the zero time for a date that
// means none. A date without a zone is taken as UTC. parse returns false for ambiguous dates, such as 03/04/2025 or
// one in the zone CST.
func parse(text string) (time.Time, bool) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return checkTime(t)
	}
	if m := isoDate.FindStringSubmatch(text); m != nil {
		return parseISO(m)
	}
	if t, ok := parseEpoch(text); ok {
		return checkTime(t)
	}
	text, _, _ = strings.Cut(text, " (") // JavaScript appends the zone's long name in parentheses
	for _, layout := range namedMonths {
		if t, err := time.Parse(layout, text); err == nil {
			return checkTime(t)
		}
	}
	return time.Time{}, false
}

// checkTime returns t in UTC, or the zero time if t means none. It returns false if no access key can have such a time.
func checkTime(t time.Time) (time.Time, bool) {
	t = t.UTC()
	switch {
	case t.Sub(time.Time{}).Abs() <= 24*time.Hour, t.Unix() == 0: // a zero time in any zone
		return time.Time{}, true
	case t.Year() < 1900, t.Year() > 9999:
		return time.Time{}, false
	}
	return t, true
}

// isoDate matches a date that begins with its year, as in ISO 8601 and its common variants. Its groups are year, month,
// day, hour, minute, second, fraction, zone, and a zone's name after an offset.
var isoDate = regexp.MustCompile(`^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?` +
	`(?:[Tt ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?` +
	` ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?( [A-Z]{3,5}| [+-]\d{2,4}|\[[^\]]+\])?( m=[+-][\d.]+)?)?$`)

// parseISO returns the time of the groups that isoDate matched.
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
	return checkTime(t)
}

// namedMonths are the layouts with English month names, and those of ISO 8601 without separators.
var namedMonths = []string{
	"Mon, 2 Jan 2006 15:04:05 GMT", "Mon, 2 Jan 2006 15:04:05 UTC", "Mon, 2 Jan 2006 15:04:05 -0700",
	"Mon Jan 2 15:04:05 2006", "Mon Jan 2 15:04:05 UTC 2006", "Mon Jan 2 15:04:05 GMT 2006", "Mon Jan 2 15:04:05 -0700 2006",
	"Mon Jan 2 2006 15:04:05 GMT-0700",
	"2 Jan 2006", "2 Jan 2006 15:04:05", "2 Jan 2006 15:04:05 -0700",
	"Jan 2, 2006", "Jan 2, 2006 15:04:05", "Jan 2, 2006 3:04:05 PM", "Jan 2, 2006, 3:04:05 PM",
	"20060102T150405Z0700", "20060102T150405",
}

// parseEpoch parses a number of seconds, milliseconds, microseconds or nanoseconds since 1970. The number of digits tells
// the unit: it accepts times between 1973 and 2286 only, for which the units have different numbers of digits and
// differ from a date without separators, such as 20250304. It also accepts 0 and Go's zero time.
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
