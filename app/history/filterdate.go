package history

import (
	"regexp"
	"strings"
	"time"
)

// dates is what is looked for in dates and times, none where the text is not about those.
type dates []string

// inChinese is a date as it is written there, of which a part may be left out.
var inChinese = regexp.MustCompile(`^(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?`)

// datesOf returns how a text that a user types may stand in a date and time as they are shown. Besides those it takes
// slashes and points, single digits, the wide characters that a Chinese keyboard types, and dates such as 11月1日.
func datesOf(text string) dates {
	text = strings.Map(narrow, text)
	if m := inChinese.FindStringSubmatch(text); m[0] != "" {
		text = chinese(m[1], m[2], m[3]) + strings.TrimSpace(text[len(m[0]):])
		return dates{text}
	}
	text = strings.NewReplacer("/", "-", ".", "-").Replace(text)
	if text == "" || strings.ContainsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789-: ", r) }) {
		return nil
	}
	return dates{text, padded(text)}
}

// narrow is the narrow form of a wide character.
func narrow(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '　':
		return ' '
	}
	return r
}

// chinese is a date of which a part may be missing, as it stands in a date and time.
func chinese(year, month, day string) string {
	var b strings.Builder
	if year != "" {
		b.WriteString(year)
	}
	if month != "" {
		b.WriteString("-" + twoDigits(month))
	}
	if day != "" {
		b.WriteString("-" + twoDigits(day) + " ")
	} else {
		b.WriteString("-")
	}
	return b.String()
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// padded has two digits where a month, a day or an hour has one.
func padded(text string) string {
	date, clock, timed := strings.Cut(text, " ")
	parts := strings.Split(date, "-")
	for i, part := range parts {
		if len(parts) > 1 {
			parts[i] = twoDigits(part)
		}
	}
	date = strings.Join(parts, "-")
	if timed {
		if hour, rest, ok := strings.Cut(strings.TrimSpace(clock), ":"); ok {
			clock = twoDigits(hour) + ":" + rest
		}
		return date + " " + clock
	}
	return date
}

// finder returns what reports whether a moment is looked for. It is not safe for concurrent use.
func (d dates) finder() func(time.Time) bool {
	shown := make([]byte, 0, len(time.DateTime))
	return func(at time.Time) bool {
		if len(d) == 0 {
			return false
		}
		shown = at.Local().AppendFormat(shown[:0], time.DateTime)
		for _, wanted := range d {
			if strings.Contains(string(shown), wanted) {
				return true
			}
		}
		return false
	}
}
