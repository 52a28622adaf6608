package words

import (
	"testing"
	"time"

	"accesskeys/client"
)

func TestClocksThatDisagreeAreExplained(t *testing.T) {
	at := time.Date(2070, 1, 2, 3, 4, 5, 0, time.Local)
	for want, e := range map[string]*client.Error{
		"The server did not accept this access key, and its clock is more than a day off from this computer's: it says 2070-01-02 03:04. " +
			"Set the clock that is wrong. If both are right, check the ID and the secret.": {Kind: client.KindClock, ServerTime: at},
		"The server refuses the time that this computer signs with. Check its clock.": {Kind: client.KindClock},
		"This computer's clock is 90 seconds off from the server's, so the server refuses its signatures. Set the clock and try again.": {
			Kind: client.KindClock, Skew: -90 * time.Second},
		"This computer's clock is 23 hours off from the server's, so the server refuses its signatures. Set the clock and try again.": {
			Kind: client.KindClock, Skew: 23 * time.Hour},
	} {
		if got := Explain(e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
