package replacement

import (
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/rotation"
	"accesskeys/client"
	"accesskeys/views/words"
)

func TestReplacementChip(t *testing.T) {
	disabled := time.Date(2026, time.May, 5, 12, 0, 0, 0, time.Local)
	key := func(id string, s client.State) keys.Key {
		return keys.Key{AccessKey: client.AccessKey{ID: id, State: s}}
	}
	for name, c := range map[string]struct {
		of                 string
		step               rotation.Step
		old                client.State
		asked              rotation.Act
		text, short, brief string
	}{
		"being created":    {"old", rotation.StepCreate, client.StateEnabled, "", "Being replaced: Create a new key", "Being replaced", "Replacing"},
		"new key":          {"new", rotation.StepPlace, client.StateEnabled, "", "Replaces another key", "Replacement", "New key"},
		"waiting":          {"old", rotation.StepWait, client.StateDisabled, "", "Can be deleted from 2026-05-12", "Keep till 2026-05-12", "Waiting"},
		"waited for":       {"old", rotation.StepDelete, client.StateDisabled, "", "Ready to delete", "", "To delete"},
		"enabled again":    {"old", rotation.StepWait, client.StateEnabled, "", "Replacement stopped", "Replacing stopped", "Replacing"},
		"deleted":          {"old", rotation.StepDelete, client.StateDeleted, rotation.ActDelete, "Replaced", "", ""},
		"to be finished":   {"new", rotation.StepDelete, client.StateDeleted, rotation.ActDelete, "Ready to finish", "", "New key"},
		"deleted too soon": {"new", rotation.StepCheck, client.StateDeleted, "", "Replacement stopped", "Replacing stopped", "New key"},
	} {
		t.Run(name, func(t *testing.T) {
			s := rotation.State{
				Replacement: rotation.Replacement{Old: "old", New: "new", Order: rotation.OrderSafe, Began: time.Unix(1, 0), Step: c.step, Asked: c.asked, WaitDays: 7},
				OldKey:      key("old", c.old), NewKey: key("new", client.StateEnabled), Now: disabled,
			}
			if c.step == rotation.StepCreate {
				s.New, s.NewKey = "", keys.Key{}
			}
			if c.step == rotation.StepWait || c.step == rotation.StepDelete {
				s.DisabledAt = disabled
			}
			text, short, brief := Chip(&s, c.of)
			check.Equal(t, "text", text, c.text)
			check.Equal(t, "short", short, c.short)
			check.Equal(t, "brief", brief, c.brief)
		})
	}
}

func TestWaitAdviceTellsOfAnEarlierExpiry(t *testing.T) {
	disabled := time.Date(2026, time.May, 5, 12, 0, 0, 0, time.Local)
	s := rotation.State{
		Replacement: rotation.Replacement{Old: "old", New: "new", Order: rotation.OrderSafe, Began: time.Unix(1, 0), Step: rotation.StepWait, DisabledAt: disabled, WaitDays: 7},
		Now:         disabled,
	}
	check.Equal(t, "no expiry", StepAdvice(&s, true), "Wait until 2026-05-12 before you delete the old key. If something breaks before then, enable it again.")
	s.OldKey.ValidUntil = disabled.AddDate(0, 0, 2)
	check.Equal(t, "expiry", StepAdvice(&s, true), "The old key expires on 2026-05-07. If something breaks before then, enable it again. Once expired, it can only be deleted.")
	s.OldKey.ID, s.OldKey.State, s.NewKey.ID, s.NewKey.State = "old", client.StateDisabled, "new", client.StateEnabled
	_, short, _ := Chip(&s, "old")
	check.Equal(t, "chip", short, "Keep till 2026-05-07")
}

func TestQuestionsTellOfAReplacement(t *testing.T) {
	now := time.Date(2026, time.May, 5, 12, 0, 0, 0, time.Local)
	s := rotation.State{Replacement: rotation.Replacement{Old: "old", Order: rotation.OrderSafe, Began: time.Unix(1, 0), Step: rotation.StepCreate, WaitDays: 7}, Now: now}
	s.OldKey.ID, s.OldKey.State = "old", client.StateEnabled
	said := func(id string) string { return Progress(&s, id, func(id string) string { return id }) }
	check.Equal(t, "no new key", said("old"), "old is being replaced. The next step is “Create a new key”.")
	s.New, s.NewKey.ID, s.NewKey.State, s.Step = "new", "new", client.StateEnabled, rotation.StepPlace
	check.Equal(t, "old key", said("old"), "old is being replaced by new. The next step is “Put it in place”.")
	check.Equal(t, "new key", said("new"), "new replaces old. Without it, the replacement can't go on.")
	s.Step, s.DisabledAt, s.OldKey.State = rotation.StepWait, now, client.StateDisabled
	check.Equal(t, "waiting", said("old"), "old is being replaced by new. The wait ends on 2026-05-12.")
	s.NewKey.State = client.StateDisabled
	check.Equal(t, "stopped", said("old"), "The new key new is disabled. Enable it to go on.")
}

func TestDetailsSayWhichKeyReplacesWhichAndWhatIsNext(t *testing.T) {
	now := time.Date(2026, time.May, 5, 12, 0, 0, 0, time.Local)
	s := rotation.State{Replacement: rotation.Replacement{Old: "old", Order: rotation.OrderSafe, Began: time.Unix(1, 0), Step: rotation.StepCreate, WaitDays: 7}, Now: now}
	s.OldKey.ID, s.OldKey.State = "old", client.StateEnabled
	said := func(id string) string { return Fact(&s, id, func(id string) string { return id }) }
	check.Equal(t, "no new key", said("old"), "Being replaced. Next: Create a new key")
	s.New, s.NewKey.ID, s.NewKey.State, s.Step = "new", "new", client.StateEnabled, rotation.StepPlace
	check.Equal(t, "old key", said("old"), "Being replaced by new. Next: Put it in place")
	check.Equal(t, "new key", said("new"), "Replaces old. Next: Put it in place")
	s.Step, s.DisabledAt, s.OldKey.State = rotation.StepWait, now, client.StateDisabled
	check.Equal(t, "waiting", said("old"), "Being replaced by new. Can be deleted from 2026-05-12")
	s.Step, s.OldKey.State, s.Asked = rotation.StepDelete, client.StateDeleted, rotation.ActDelete
	check.Equal(t, "deleted", said("old"), "Being replaced by new. Ready to finish")
}

// Nobody has asked for anything that could go on or be done.
func TestPageThatCannotBeReadAgainSaysNoMore(t *testing.T) {
	forbidden := &client.Error{Kind: client.KindForbidden}
	said := func(a rotation.Act, err error) string {
		return NotDone(a, &rotation.State{}, func(id string) string { return id }, err)
	}
	check.Equal(t, "read again", said(rotation.ActLook, forbidden), "This page couldn't be updated. "+words.Explain(forbidden))
	check.Equal(t, "elsewhere", said(rotation.ActLook, rotation.ErrElsewhere), "The replacement has gone on in another window.")
	check.Equal(t, "newer", said(rotation.ActLook, rotation.ErrNewer), "A newer version of Access Keys has written down the replacements. Update this app to go on.")
	check.Equal(t, "tick", said(rotation.ActTick, forbidden), "Your change couldn't be saved. "+words.Explain(forbidden))
	check.Equal(t, "wait", said(rotation.ActSetWait, forbidden), "Your change couldn't be saved. "+words.Explain(forbidden))
	check.Equal(t, "step", said(rotation.ActPlaced, forbidden), "The replacement did not go on. "+words.Explain(forbidden))
}

func TestKeysThatStayWhenAReplacementIsAbandoned(t *testing.T) {
	const enabled, disabled, gone = client.StateEnabled, client.StateDisabled, client.StateDeleted
	for name, c := range map[string]struct {
		old, added client.State
		want       string
	}{
		"no new key":     {enabled, "", ""},
		"both enabled":   {enabled, enabled, "Both keys stay enabled: old and new. Delete the one that nothing uses."},
		"old disabled":   {disabled, enabled, "The old key old stays disabled. Delete it once you are sure that nothing uses it."},
		"old gone":       {gone, enabled, ""},
		"both disabled":  {disabled, disabled, "Both keys stay disabled: old and new."},
		"new disabled":   {enabled, disabled, "The new key new stays disabled. If nothing needs it, you can delete it."},
		"new gone":       {enabled, gone, ""},
		"only disabled":  {disabled, "", "The old key old stays disabled."},
		"disabled, gone": {disabled, gone, "The old key old stays disabled."},
	} {
		s := rotation.State{Replacement: rotation.Replacement{Old: "old"}}
		s.OldKey.ID, s.OldKey.State = "old", c.old
		if c.added != "" {
			s.New, s.NewKey.ID, s.NewKey.State = "new", "new", c.added
		}
		check.Equal(t, name, KeysStay(&s, func(id string) string { return id }), c.want)
	}
}

// The page of a replacement says below its buttons that the server is not there, and what to do.
func TestWhyAnActFailedOfflineIsBrief(t *testing.T) {
	err := &client.Error{Kind: client.KindUnreachable}
	for a, want := range map[rotation.Act]string{
		rotation.ActLook:   "This page couldn't be updated. The server can't be reached.",
		rotation.ActCheck:  "The new key was not checked. The server can't be reached.",
		rotation.ActSignIn: "The replacement did not go on. The server can't be reached.",
	} {
		if got := NotDone(a, &rotation.State{}, func(id string) string { return id }, err); got != want {
			t.Errorf("%s: %q", a, got)
		}
	}
}

// The name of each step says what for, where it stands without its advice.
func TestTheStepThatWaitsSaysForWhat(t *testing.T) {
	check.Equal(t, "its name", stepName(rotation.StepWait), "Wait to see if anything breaks")
}
