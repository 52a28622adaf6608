package words

import (
	"time"

	"fyne.io/fyne/v2/lang"
)

// ClockDifference says how far two clocks differ. The difference is measured to a second, because a server's date has
// no fractions of a second.
func ClockDifference(d time.Duration) string {
	d = d.Abs().Round(time.Second)
	if d < 2*time.Minute {
		return lang.N("{{.Count}} seconds", int(d.Seconds()), count(int(d.Seconds())))
	}
	return HowLong(d.Round(time.Minute))
}
