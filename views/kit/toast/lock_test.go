package toast

import (
	"testing"
	"time"
)

func TestLockEndsWhatNeedNotBeRead(t *testing.T) {
	offer := Offer{Label: "Undo", For: ReadingTime, Take: func() {}}
	for name, c := range map[string]struct {
		say  func(*rig)
		seen time.Duration
		want []string
	}{
		"a success":           {func(r *rig) { r.Done("told") }, 0, nil},
		"a hint about a key":  {func(r *rig) { r.About("key").Hint("told") }, 0, nil},
		"what was read":       {func(r *rig) { r.About("check").UntilLock().Error("told") }, 0, nil},
		"a note":              {func(r *rig) { r.Note("told") }, PassingTime - 1, []string{"told"}},
		"a note, seen":        {func(r *rig) { r.Note("told") }, PassingTime, nil},
		"an error":            {func(r *rig) { r.Error("told") }, PassingTime, []string{"told"}},
		"not confirmed":       {func(r *rig) { r.Unknown("told") }, PassingTime, []string{"told"}},
		"an offer":            {func(r *rig) { r.About("key").Offering(offer).Done("told") }, PassingTime, []string{"told"}},
		"a check that offers": {func(r *rig) { r.About("key").UntilLock().Offering(offer).Error("told") }, 0, []string{"told"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			c.say(r)
			r.pass(c.seen)
			r.Hold()
			r.pass(15 * time.Second)
			r.Release()
			r.expect(t, c.want...)
		})
	}
}

func TestMessageWaitsBehindADialogThatSaysTheSame(t *testing.T) {
	r := newRig(t)
	open := true
	said := r.About("batch").Behind(func() bool { return open })
	said.Offering(Offer{Label: "Undo", For: ReadingTime, Take: func() {}}).Done("disabled")
	r.wantVisible(t)
	r.Error("another")
	r.wantVisible(t, "another")
	r.pass(time.Hour)
	open = false
	r.Refit()
	r.wantVisible(t, "disabled")
	r.pass(ReadingTime)
	r.expect(t)
}

func TestMessageBehindADialogGoesWithItsOffer(t *testing.T) {
	r := newRig(t)
	said := r.About("batch").Behind(func() bool { return true })
	said.Offering(Offer{Label: "Undo", For: ReadingTime, Take: func() {}}).Done("disabled")
	r.expect(t, "disabled")
	said.EndOffer()
	r.expect(t)
}
