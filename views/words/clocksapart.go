package words

import (
	"time"

	"fyne.io/fyne/v2/lang"
)

// ClockOff says how far this computer's clock is ahead of the server's or behind it. skew is the server's clock minus
// this computer's. It is measured to a second, because a server's date has no fractions of a second.
func ClockOff(skew time.Duration) string {
	far := map[string]any{"Time": clockDifference(skew.Abs())}
	if skew < 0 {
		return lang.L("{{.Time}} ahead of the server's", far)
	}
	return lang.L("{{.Time}} behind the server's", far)
}

// clockDifference rounds to the unit that it names.
func clockDifference(d time.Duration) string {
	seconds, minutes, hours := d.Round(time.Second), d.Round(time.Minute), d.Round(time.Hour)
	switch {
	case seconds < 2*time.Minute:
		return lang.N("{{.Count}} seconds", int(seconds.Seconds()), count(int(seconds.Seconds())))
	case minutes < 2*time.Hour:
		return lang.N("{{.Count}} minutes", int(minutes.Minutes()), count(int(minutes.Minutes())))
	}
	return lang.N("{{.Count}} hours", int(hours.Hours()), count(int(hours.Hours())))
}
