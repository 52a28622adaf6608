package words

import (
	"testing"
	"time"

	"accesskeys/client"
)

func TestClocksThatDisagreeAreExplained(t *testing.T) {
	at := time.Date(2070, 1, 2, 3, 4, 5, 0, time.Local)
	for want, e := range map[string]*client.Error{
		"The server rejected this access key, and its clock (2070-01-02 03:04) is more than a day off from this computer's. " +
			"Correct the clock that is wrong, then check the ID and the secret.": {Kind: client.KindClock, ServerTime: at},
		"The server rejected this computer's time. Check its clock.": {Kind: client.KindClock},
		"The server rejects this computer's signatures: its clock is 90 seconds off. Correct the clock, then try again.": {
			Kind: client.KindClock, Skew: -90 * time.Second},
		"The server rejects this computer's signatures: its clock is 23 hours off. Correct the clock, then try again.": {
			Kind: client.KindClock, Skew: 23 * time.Hour},
	} {
		if got := Explain(e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
