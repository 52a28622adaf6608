package expiry

import (
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

var noon = time.Date(2026, 11, 28, 12, 0, 0, 0, time.Local)

// living returns an enabled key that was created some time ago and expires after another time.
func living(lived, left time.Duration) keys.Key {
	return keys.Key{AccessKey: client.AccessKey{ID: "AK", State: client.StateEnabled, CreatedAt: noon.Add(-lived), ValidUntil: noon.Add(left)}}
}

func TestLevelDependsOnTheDaysLeftAndOnTheLifeLived(t *testing.T) {
	unborn := living(0, 6*day)
	unborn.CreatedAt = time.Time{}
	reversed := living(-10*day, 6*day)
	for _, c := range []struct {
		name string
		key  keys.Key
		days settings.Days
		want Level
	}{
		{"a year long, 31 days left", living(334*day, 31*day), 30, None},
		{"30 days left", living(335*day, 30*day), 30, Soon},
		{"a second more than 7 days", living(358*day, 7*day+time.Second), 30, Soon},
		{"7 days", living(358*day, 7*day), 30, Near},
		{"a second", living(365*day, time.Second), 30, Near},
		{"none", living(365*day, 0), 30, Over},
		{"a day ago", living(366*day, -day), 30, Over},
		{"90 days are wanted, 90 left", living(1000*day, 90*day), 90, Soon},
		{"90 days are wanted, 91 left", living(1000*day, 91*day), 90, None},
		{"7 days are wanted", living(1000*day, 30*day), 7, Soon},
		{"none are wanted", living(1000*day, 30*day), settings.NoDays, Soon},
		{"under three quarters of 20 days", living(15*day-time.Second, 5*day+time.Second), 30, None},
		{"three quarters", living(15*day, 5*day), 30, Soon},
		{"the last 10 of 40 days, as Preferences says", living(30*day, 10*day), 90, Soon},
		{"before them", living(30*day-time.Second, 10*day+time.Second), 90, None},
		{"under nine tenths", living(18*day-time.Second, 2*day+time.Second), 30, Soon},
		{"nine tenths", living(18*day, 2*day), 30, Near},
		{"an hour long", living(40*time.Minute, 20*time.Minute), 30, None},
		{"a hundred years long", living(36494*day, 6*day), 30, Near},
		{"it is not known since when", unborn, 30, Near},
		{"it ends before it begins", reversed, 30, Near},
	} {
		check.Equal(t, c.name, Of(c.key, noon, settings.Warnings{ExpiryDays: c.days}), c.want)
		check.Equal(t, c.name+": it is still to come", Ahead(c.key, noon), c.want != Over)
	}
}

func TestRowsOfKeysThatAreNotInUseDoNotWarnBefore(t *testing.T) {
	for _, left := range []time.Duration{20 * day, day, -day} {
		k := living(300*day, left)
		check.Equal(t, "enabled", OfRow(k, noon, settings.DefaultWarnings()), Of(k, noon, settings.DefaultWarnings()))
		k.State = client.StateDisabled
		check.Equal(t, "disabled", OfRow(k, noon, settings.DefaultWarnings()) != None, left < 0)
	}
}

func TestOnlyKeysThatAreGoingToEndHaveALevel(t *testing.T) {
	for state, want := range map[client.State]Level{client.StateEnabled: Over, client.StateDisabled: Over, "suspended": Over,
		client.StateExpired: None, client.StateDeleted: None, client.StateUnreadable: None} {
		k := living(day, -day)
		k.State = state
		check.Equal(t, string(state), Of(k, noon, settings.DefaultWarnings()), want)
	}
	k := living(day, 0)
	k.ValidUntil = time.Time{}
	check.Equal(t, "without an end", Of(k, noon, settings.DefaultWarnings()), None)
}

func TestWhatIsToldChangesAtItsTime(t *testing.T) {
	midnight := time.Date(2026, 11, 29, 0, 0, 0, 0, time.Local)
	for _, c := range []struct {
		name string
		key  keys.Key
		want time.Duration // after noon; 0 means midnight
	}{
		{"it will be 30 days", living(334*day, 30*day+time.Hour), time.Hour},
		{"it will be 7 days", living(350*day, 7*day+2*time.Hour), 2 * time.Hour},
		{"it will be three quarters", living(30*day-3*time.Hour, 10*day+3*time.Hour), 3 * time.Hour},
		{"a day less is left", living(360*day, 5*day+4*time.Hour), 4*time.Hour + 1},
		{"an hour less is left on the last day but one", living(360*day, 30*time.Hour+10*time.Minute), 10*time.Minute + 1},
		{"an hour less is left", living(360*day, 5*time.Hour+10*time.Minute), 10*time.Minute + 1},
		{"a minute less is left", living(360*day, 5*time.Minute+10*time.Second), 10*time.Second + 1},
		{"it ends", living(360*day, 20*time.Second), 20 * time.Second},
		{"it has ended", living(360*day, -20*time.Second), 0},
		{"it does not end soon", living(day, 300*day), 0},
	} {
		want := midnight
		if c.want != 0 {
			want = noon.Add(c.want)
		}
		check.Equal(t, c.name, Changes([]keys.Key{living(day, 900*day), c.key}, noon, settings.DefaultWarnings()), want)
	}
}

func TestAKeyIsUnreadOnceItsTimeHasPassedSinceTheListWasRead(t *testing.T) {
	for _, c := range []struct {
		name       string
		left, read time.Duration // from now
		state      client.State
		want       bool
	}{
		{"passed since", -time.Minute, -time.Hour, client.StateEnabled, true},
		{"passed at this moment", 0, -time.Hour, client.StateEnabled, true},
		{"passed before", -time.Hour, -time.Minute, client.StateEnabled, false},
		{"passed when it was read", -time.Minute, -time.Minute, client.StateEnabled, false},
		{"to come", time.Minute, -time.Hour, client.StateEnabled, false},
		{"expired", -time.Minute, -time.Hour, client.StateExpired, false},
	} {
		k := living(300*day, c.left)
		k.State = c.state
		check.Equal(t, c.name, Unread([]keys.Key{{}, k}, noon, noon.Add(c.read)), c.want)
	}
}
