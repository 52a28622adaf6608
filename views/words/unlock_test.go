package words

import (
	"testing"
	"time"
)

func TestALongWaitIsToldInMinutes(t *testing.T) {
	for wait, want := range map[time.Duration]string{
		time.Second:                  "Try again in 1 s.",
		2 * time.Minute:              "Try again in 120 s.",
		2*time.Minute + time.Second:  "Try again in 3 min.",
		15 * time.Minute:             "Try again in 15 min.",
		time.Hour - time.Millisecond: "Try again in 60 min.",
	} {
		if got := TryAgainIn(wait); got != want {
			t.Errorf("%v: %q, want %q", wait, got, want)
		}
	}
}
