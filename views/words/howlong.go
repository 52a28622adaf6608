package words

import (
	"time"

	"fyne.io/fyne/v2/lang"
)

// HowLong returns a duration in words, in one unit from minutes to days.
func HowLong(d time.Duration) string {
	minutes, hours := int(d.Minutes()), int(d.Hours())
	switch {
	case minutes < 1:
		return lang.L("less than a minute")
	case hours < 1:
		return lang.N("{{.Count}} minutes", minutes, count(minutes))
	case hours < 48: // "1 day" could be nearly two
		return lang.N("{{.Count}} hours", hours, count(hours))
	}
	return lang.N("{{.Count}} days", hours/24, count(hours/24))
}

// HowLongShort is HowLong, with only the minutes abbreviated, whose word is long.
func HowLongShort(d time.Duration) string {
	if d < time.Hour {
		return HowLongBrief(d)
	}
	return HowLong(d)
}

// HowLongBrief is HowLong, but abbreviated.
func HowLongBrief(d time.Duration) string {
	minutes, hours := int(d.Minutes()), int(d.Hours())
	switch {
	case minutes < 1:
		return lang.L("<1 min")
	case hours < 1:
		return lang.L("{{.Count}} min", count(minutes))
	case hours < 48: // "1 day" could be nearly two
		return lang.L("{{.Count}} h", count(hours))
	}
	return lang.L("{{.Count}} d", count(hours/24))
}

func count(n int) map[string]any { return map[string]any{"Count": n} }
