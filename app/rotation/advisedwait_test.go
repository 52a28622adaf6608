package rotation

import (
	"testing"
	"time"

	"accesskeys/app/apptest/check"
)

func TestWaitEndsWhenTheOldKeyExpires(t *testing.T) {
	for expires, want := range map[int]int{0: 7, 2: 2, 30: 7} {
		w := begun(t, OrderSafe)
		if expires > 0 {
			w.keys[1].ValidUntil = w.now.AddDate(0, 0, expires)
		}
		w.clicks(ActCreate, ActPlaced, ActCheck, ActDisable)
		check.Equal(t, "delete from", w.seen().DeleteFrom(), w.now.AddDate(0, 0, want))
		check.Equal(t, "expires waiting", w.seen().ExpiresWaiting(), want < 7)
	}
}

func TestWaitCanBeChosenUpToTheExpiryOfTheOldKey(t *testing.T) {
	for expires, want := range map[int][]int{0: {1, 7, 30}, 1: {1, 7}, 2: {1, 7}, 20: {1, 7, 30}, 40: {1, 7, 30}} {
		s := State{Replacement: Replacement{DisabledAt: time.Unix(1, 0)}}
		if expires > 0 {
			s.OldKey.ValidUntil = s.DisabledAt.AddDate(0, 0, expires)
		}
		check.EqualSlices(t, "choices", s.WaitChoices(), want...)
	}
	s := State{Replacement: Replacement{DisabledAt: time.Unix(1, 0)}}
	s.OldKey.ValidUntil = s.DisabledAt.Add(time.Hour)
	check.EqualSlices(t, "choices where it expires in an hour", s.WaitChoices(), 1)
}
