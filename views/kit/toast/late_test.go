package toast

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// Where only one message has room, a success that has to wait is not told later, as if it had just happened.
func TestSuccessThatWaitsIsNotToldLate(t *testing.T) {
	offer := Offer{Label: "Undo", For: 15 * time.Second, Take: func() {}}
	for name, c := range map[string]struct {
		older func(*rig)
		want  []string // after the newer message has gone
	}{
		"a success":               {func(r *rig) { r.Done("old") }, nil},
		"seen for a moment":       {func(r *rig) { r.Done("old"); r.pass(leastTime / 2) }, nil},
		"what the user must know": {func(r *rig) { r.About("key").DoneNote("old") }, []string{"old"}},
		"an error":                {func(r *rig) { r.Error("old") }, []string{"old"}},
		"an offer":                {func(r *rig) { r.About("key").Offering(offer).Done("old") }, []string{"old"}},
		"an offer that has ended": {func(r *rig) {
			r.About("key").Offering(offer).Done("old")
			r.Note("new")
			r.About("key").EndOffer()
		}, nil},
		"what was held back": {func(r *rig) {
			r.Hold()
			r.Done("old")
		}, []string{"old"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			r.Room = func() Room { return Room{Size: fyne.NewSize(480, 40)} }
			c.older(r)
			r.Note("new")
			r.Release()
			r.wantVisible(t, "new")
			r.pass(PassingTime)
			r.About("new").Withdraw()
			r.wantVisible(t, c.want...)
		})
	}
}

func TestSuccessThatWaitsComesBackInTime(t *testing.T) {
	r := newRig(t)
	r.Room = func() Room { return Room{Size: fyne.NewSize(480, 40)} }
	r.Done("old")
	r.Note("new")
	r.pass(PassingTime / 2)
	r.About("new").Withdraw()
	r.wantVisible(t, "old")
	r.pass(PassingTime)
	r.expect(t)
}

func TestMessageIsWithdrawnWhoseSpacesAreLeftOut(t *testing.T) {
	r := newRig(t)
	r.Error("无法禁用 生产环境")
	r.Withdraw("无法禁用 生产环境")
	r.expect(t)
}
