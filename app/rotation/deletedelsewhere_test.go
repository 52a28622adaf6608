package rotation

import (
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

func TestDeletingTheOldKeyElsewhereIsTheLastStep(t *testing.T) {
	for name, c := range map[string]struct {
		order   Order
		acts    []Act
		days    int
		skipped bool
		halt    Halt
	}{
		"in the wait":    {OrderSafe, []Act{ActCreate, ActPlaced, ActCheck, ActDisable}, 0, true, ""},
		"after the wait": {OrderSafe, []Act{ActCreate, ActPlaced, ActCheck, ActDisable}, 8, false, ""},
		"leaked":         {OrderDisableSecond, []Act{ActCreate, ActDisable, ActPlaced, ActCheck}, 0, false, ""},
		"not in place":   {OrderDisableSecond, []Act{ActCreate, ActDisable}, 0, false, HaltOldGone},
		"not disabled":   {OrderSafe, []Act{ActCreate, ActPlaced, ActCheck}, 0, false, HaltOldGone},
	} {
		w := begun(t, c.order)
		w.clicks(c.acts...)
		w.now = w.now.AddDate(0, 0, c.days)
		w.set("AK2", client.StateDeleted)
		check.Must(t, w.do(ActLook))
		w.now = w.now.AddDate(0, 0, 30)
		s := w.seen()
		check.Equal(t, name+": halt", s.Halt(), c.halt)
		check.Equal(t, name+": complete", s.Complete(), c.halt == "")
		check.Equal(t, name+": the wait is skipped", s.Skips.Wait, c.skipped)
		w.clicks(ActFinish)
	}
}
