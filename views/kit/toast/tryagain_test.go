package toast

import "testing"

func TestOnlyAFailureIsWithdrawnWhenItIsTriedAgain(t *testing.T) {
	for name, c := range map[string]struct {
		say  func(Subject)
		want []string
	}{
		"a note":    {func(s Subject) { s.Note("said") }, []string{"said"}},
		"a success": {func(s Subject) { s.Done("said") }, []string{"said"}},
		"a failure": {func(s Subject) { s.Error("said") }, nil},
		"not known": {func(s Subject) { s.Unknown("said") }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			c.say(r.About("key"))
			r.About("another key").WithdrawFailure()
			r.expect(t, "said")
			r.About("key").WithdrawFailure()
			r.expect(t, c.want...)
		})
	}
}
