package toast

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func TestReadSuccessGivesWayWhereOnlyOneMessageHasRoom(t *testing.T) {
	for name, c := range map[string]struct {
		older func(*rig)
		seen  time.Duration
		want  []string
	}{
		"a success that was read":     {func(r *rig) { r.Done("old") }, leastTime, []string{"new"}},
		"one that was not":            {func(r *rig) { r.Done("old") }, leastTime / 2, []string{"old", "new"}},
		"a success with more to know": {func(r *rig) { r.About("copy").DoneNote("old") }, leastTime, []string{"new"}},
		"a hint":                      {func(r *rig) { r.Hint("old") }, 0, []string{"new"}},
		"an error":                    {func(r *rig) { r.Error("old") }, PassingTime - 1, []string{"old", "new"}},
		"an error that was read":      {func(r *rig) { r.Error("old") }, PassingTime, []string{"new"}},
		"what is not known":           {func(r *rig) { r.Unknown("old") }, PassingTime, []string{"old", "new"}},
		"a note that was read":        {func(r *rig) { r.Note("old") }, glanceTime, []string{"new"}},
		"one that was not read":       {func(r *rig) { r.Note("old") }, glanceTime / 2, []string{"old", "new"}},
		"a warning":                   {func(r *rig) { r.About("copy").DoneWarning("old") }, glanceTime, []string{"new"}},
		"what offers something": {func(r *rig) {
			r.About("key").Offering(Offer{Label: "Undo", Take: func() {}}).Done("old")
		}, PassingTime / 2, []string{"old", "new"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			r.Room = func() Room { return Room{Size: fyne.NewSize(480, 40)} }
			c.older(r)
			r.pass(c.seen)
			r.Error("new")
			r.wantVisible(t, "new")
			r.expect(t, c.want...)
		})
	}
}

// A message that waits is not shown for longer in all than it would have been alone.
func TestErrorComesBackForTheRestOfItsTime(t *testing.T) {
	r := newRig(t)
	r.Room = func() Room { return Room{Size: fyne.NewSize(480, 40)} }
	r.Error("old")
	r.pass(glanceTime)
	r.Done("new")
	r.wantVisible(t, "new")
	r.pass(PassingTime)
	r.wantVisible(t, "old")
	r.pass(ReadingTime - glanceTime - 1)
	r.wantVisible(t, "old")
	r.pass(1)
	r.expect(t)
}

// Time counts that a note was on screen before it had to wait.
func TestNoteThatCameBackDoesNotComeBackAgain(t *testing.T) {
	r := newRig(t)
	r.Room = func() Room { return Room{Size: fyne.NewSize(480, 40)} }
	r.Note("old")
	r.pass(glanceTime / 2)
	r.Done("new")
	r.pass(PassingTime)
	r.wantVisible(t, "old")
	r.pass(glanceTime / 2)
	r.Done("newer")
	r.expect(t, "newer")
}

func TestWhatWaitsDoesNotComeBackWhenItsOfferEnds(t *testing.T) {
	r := newRig(t)
	r.Room = func() Room { return Room{Size: fyne.NewSize(480, 40)} }
	about := r.About("key").Offering(Offer{Label: "Undo", For: 15 * time.Second, Take: func() {}})
	about.Done("old")
	r.pass(glanceTime)
	r.Error("new")
	r.expect(t, "old", "new")
	about.EndOffer()
	r.expect(t, "new")
}

func TestMinorNoteWaitsForWhatMatters(t *testing.T) {
	r := newRig(t)
	r.Room = func() Room { return Room{Size: fyne.NewSize(480, 40)} }
	r.About("copy").DoneWarning("answer")
	r.About("keyring").Minor().Note("remark")
	r.wantVisible(t, "answer")
	r.pass(ReadingTime)
	r.wantVisible(t, "remark")
	r.pass(ReadingTime - 1)
	r.wantVisible(t, "remark")
	r.pass(1)
	r.expect(t)
}

func TestMinorMessageHidesNothingThatMatters(t *testing.T) {
	for name, c := range map[string]struct {
		older func(*rig)
		seen  time.Duration
		room  float32
		want  []string // visible
	}{
		"a success that was read":  {func(r *rig) { r.Done("old") }, leastTime, 40, []string{"minor"}},
		"one that was not":         {func(r *rig) { r.Done("old") }, leastTime / 2, 40, []string{"old"}},
		"a note":                   {func(r *rig) { r.Note("old") }, PassingTime, 40, []string{"old"}},
		"an error":                 {func(r *rig) { r.Error("old") }, PassingTime, 40, []string{"old"}},
		"an error with room":       {func(r *rig) { r.Error("old") }, 0, 200, []string{"old", "minor"}},
		"two notes":                {func(r *rig) { r.Note("old"); r.Note("older") }, PassingTime, 200, []string{"old", "older"}},
		"a note and a read one":    {func(r *rig) { r.Done("gone"); r.Note("old") }, leastTime, 200, []string{"old", "minor"}},
		"an error that waits":      {func(r *rig) { r.Error("waits"); r.Done("gone") }, leastTime, 40, []string{"waits"}},
		"an error that is retried": {func(r *rig) { r.Error("old"); r.pass(leastTime); r.WithdrawRead("old") }, 0, 40, []string{"minor"}},
		"a note and a retried one": {func(r *rig) { r.Error("retried"); r.WithdrawRead("retried"); r.Note("old") }, leastTime, 200, []string{"old", "minor"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			r.Room = func() Room { return Room{Size: fyne.NewSize(480, c.room)} }
			c.older(r)
			r.pass(c.seen)
			r.About("list").Minor().Done("minor")
			r.wantVisible(t, c.want...)
		})
	}
}
