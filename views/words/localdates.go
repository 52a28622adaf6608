package words

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"
)

func monthName(m time.Month) string {
	return []string{
		lang.X("month.1", "January"), lang.X("month.2", "February"), lang.X("month.3", "March"), lang.X("month.4", "April"),
		lang.X("month.5", "May"), lang.X("month.6", "June"), lang.X("month.7", "July"), lang.X("month.8", "August"),
		lang.X("month.9", "September"), lang.X("month.10", "October"), lang.X("month.11", "November"), lang.X("month.12", "December"),
	}[m-1]
}

// DateAndTime returns the date and the time of t in the user's time zone.
func DateAndTime(t time.Time) (date, clock string) {
	if t.IsZero() {
		return "–", ""
	}
	t = t.Local()
	return t.Format(time.DateOnly), t.Format(time.TimeOnly)
}

// CreatedOn says when a key was created, or returns "–" for the zero time.
func CreatedOn(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return lang.L("Created {{.Time}}", map[string]any{"Time": t.Local().Format("2006-01-02 15:04")})
}

// UnreadTime says that the server sent a date as a text that cannot be read.
func UnreadTime(text string) string {
	return lang.L("unreadable; the server says “{{.Text}}”", map[string]any{"Text": text})
}

// ExactTime returns t to the millisecond and with its zone, for a tooltip, or "" for the zero time.
func ExactTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return withZone(t.Local())
}

// withZone returns t with the name of its zone, if it has one, and its offset from UTC.
func withZone(t time.Time) string {
	layout := "2006-01-02 15:04:05.000 MST (UTC-07:00)"
	switch name, _ := t.Zone(); {
	case name == "UTC":
		layout = "2006-01-02 15:04:05.000 MST"
	case strings.ContainsAny(name, "+-0123456789"):
		layout = "2006-01-02 15:04:05.000 UTC-07:00"
	}
	return t.Format(layout)
}

// Day returns the date of t in the user's time zone.
func Day(t time.Time) string { return t.Local().Format(time.DateOnly) }

// Moment returns the time of day, and the day if that is not today. It is for a sentence on what goes on now: beside dates,
// such as those of a key, EventTime is used.
func Moment(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	clock := t.Format("15:04")
	switch t.Format(time.DateOnly) {
	case now.Format(time.DateOnly):
		return clock
	case now.AddDate(0, 0, -1).Format(time.DateOnly):
		return lang.L("{{.Time}} yesterday", map[string]any{"Time": clock})
	}
	return t.Format("2006-01-02 15:04")
}

// EventTime returns the date and the time of t to the second in the user's time zone.
func EventTime(t time.Time) string { return t.Local().Format(time.DateTime) }
