package expiry

import (
	"slices"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

func TestNoticeIsOfTheKeysInUseThatEndSoon(t *testing.T) {
	named := func(id string, k keys.Key) keys.Key {
		k.ID = id
		return k
	}
	in := func(state client.State, k keys.Key) keys.Key {
		k.State = state
		return k
	}
	own := func(k keys.Key) keys.Key {
		k.Own = true
		return k
	}
	dismissed, extended := named("dismissed", living(350*day, 20*day)), named("extended", living(350*day, 20*day))
	all := []keys.Key{
		named("in 20 days", living(350*day, 20*day)),
		named("in 3 days", living(350*day, 3*day)),
		named("in 60 days", living(900*day, 60*day)),
		named("over", living(350*day, -day)),
		named("disabled", in(client.StateDisabled, living(350*day, 3*day))),
		named("never", keys.Key{AccessKey: client.AccessKey{State: client.StateEnabled}}),
		dismissed, extended,
	}
	told := settings.DismissedExpiry{Dismissed: map[string]time.Time{"dismissed": dismissed.ValidUntil.UTC(), "extended": noon}}
	for _, c := range []struct {
		days settings.Days
		own  time.Duration // the time left of the key that the app is signed in with
		want []string
	}{
		{30, 15 * day, []string{"in 20 days", "in 3 days", "extended", "own"}},
		{7, 15 * day, []string{"in 3 days"}},
		{30, 14 * day, []string{"own", "in 20 days", "in 3 days", "extended"}},
		{7, 14 * day, []string{"own", "in 3 days"}},
		{90, 0, []string{"in 20 days", "in 3 days", "in 60 days", "extended"}},
		{settings.NoDays, 14 * day, nil},
	} {
		var got []string
		for _, k := range Due(append(slices.Clone(all), named("own", own(living(350*day, c.own)))), noon, settings.Warnings{ExpiryDays: c.days}, told).Ends() {
			got = append(got, k.ID)
		}
		check.EqualSlices(t, "keys", got, c.want...)
	}
}

func TestDismissedOwnKeyIsToldOfAgainBeforeItLocksOut(t *testing.T) {
	own := living(350*day, 20*day)
	own.Own = true
	due := func(now time.Time, told settings.DismissedExpiry) Notice {
		return Due([]keys.Key{own}, now, settings.Warnings{ExpiryDays: 30}, told)
	}
	told := settings.DismissedExpiry{Dismissed: map[string]time.Time{}}
	dismiss := func(n Notice) {
		for _, end := range n.Ends() {
			told.Dismissed[end.ID] = end.Dismissed
		}
	}
	early := due(noon, told)
	check.Equal(t, "20 days before, others", len(early.Others), 1)
	dismiss(early)
	check.Equal(t, "nothing is told once dismissed", due(noon.Add(5*day), told).Empty(), true)
	late := due(noon.Add(6*day), told)
	check.Equal(t, "14 days before, own", late.Own.ID, own.ID)
	dismiss(late)
	check.Equal(t, "nothing is told once dismissed again", due(noon.Add(19*day), told).Empty(), true)
}
