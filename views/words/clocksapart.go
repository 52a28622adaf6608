package words

import (
	"time"

	"fyne.io/fyne/v2/lang"
)

// Apart is how far two clocks are from each other. It is measured a second short or long, as a server's date has no
// fractions of one.
func Apart(d time.Duration) string {
	d = d.Abs().Round(time.Second)
	if d < 2*time.Minute {
		return lang.N("{{.Count}} seconds", int(d.Seconds()), count(int(d.Seconds())))
	}
	return HowLong(d.Round(time.Minute))
}
