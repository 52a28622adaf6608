package history

import (
	"regexp"
	"strings"
	"time"

	"accesskeys/app/keys"
)

// dates are the texts to search for in dates and times. They are empty if the user's text is not a date or time.
type dates []string

// chineseDate matches a date as it is written in Chinese. Any part may be missing.
var chineseDate = regexp.MustCompile(`^(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?`)

// datesOf returns the forms in which a typed text can occur in a date and time as the window shows it. Besides the shown
// format, it accepts slashes and points as separators, single digits, the wide characters that a Chinese keyboard types,
// and dates such as 11月1日.
func datesOf(text string) dates {
	text = keys.TightDates(strings.Map(narrow, text))
	if m := chineseDate.FindStringSubmatch(text); m[0] != "" {
		text = shownDate(m[1], m[2], m[3]) + strings.TrimSpace(text[len(m[0]):])
		return dates{text}
	}
	text = strings.NewReplacer("/", "-", ".", "-").Replace(text)
	if text == "" || strings.ContainsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789-: ", r) }) {
		return nil
	}
	return dates{text, padded(text)}
}

// narrow returns the narrow form of a wide character, and any other character as it is.
func narrow(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '　':
		return ' '
	}
	return r
}

// shownDate returns the part of a shown date that consists of the given year, month and day, any of which may be "".
func shownDate(year, month, day string) string {
	date := year
	if month != "" {
		date += "-" + twoDigits(month)
	}
	if day != "" {
		return date + "-" + twoDigits(day) + " "
	}
	return date + "-"
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// padded returns text with a leading zero before a month, day or hour of one digit.
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

// matcher returns a function that reports whether a time, as it is shown, contains one of the texts. The function is not
// safe for concurrent use.
func (d dates) matcher() func(time.Time) bool {
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
