package words

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/settings"
)

// AgeIn is how long something has been so, as exactly as a user is told.
func AgeIn(d time.Duration) string {
	minutes, hours := int(d.Minutes()), int(d.Hours())
	switch {
	case minutes < 1:
		return lang.L("less than a minute")
	case hours < 1:
		return lang.N("{{.Count}} minutes", minutes, count(minutes))
	case hours < 24:
		return lang.N("{{.Count}} hours", hours, count(hours))
	}
	return lang.N("{{.Count}} days", hours/24, count(hours/24))
}

// Brief is AgeIn in a few characters.
func Brief(d time.Duration) string {
	hours := int(d.Hours())
	switch {
	case hours < 1:
		return lang.L("{{.Count}} min", count(int(d.Minutes())))
	case hours < 24:
		return lang.L("{{.Count}} h", count(hours))
	}
	return lang.L("{{.Count}} d", count(hours/24))
}

// Apart is how far two clocks are from each other. It is measured a second short or long, as a server's date has no
// fractions of one.
func Apart(d time.Duration) string {
	d = d.Abs().Round(time.Second)
	if d < 2*time.Minute {
		return lang.N("{{.Count}} seconds", int(d.Seconds()), count(int(d.Seconds())))
	}
	return AgeIn(d.Round(time.Minute))
}

func count(n int) map[string]any { return map[string]any{"Count": n} }

// Seconds is a time to choose.
func Seconds(s settings.Seconds) string {
	switch {
	case s == settings.Never:
		return lang.L("Never")
	case s >= 60:
		return lang.N("{{.Count}} minutes", int(s/60), map[string]any{"Count": int(s / 60)})
	}
	return lang.N("{{.Count}} seconds", int(s), map[string]any{"Count": int(s)})
}

// NoAnswerFor says that the server is asked again, after it has not answered for a time.
func NoAnswerFor(d time.Duration) string {
	return lang.L("The server hasn't answered for {{.Seconds}} s. Still trying…", map[string]any{"Seconds": int(d.Seconds())})
}

// Days is a number of days to choose.
func Days(d settings.Days) string {
	if d == settings.NoDays {
		return lang.L("Never")
	}
	return lang.N("{{.Count}} days", int(d), count(int(d)))
}
