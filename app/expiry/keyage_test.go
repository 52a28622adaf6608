package expiry

import (
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

func TestAgeIsInDaysOfTheCalendar(t *testing.T) {
	for _, c := range []struct {
		created time.Time
		want    int
		known   bool
	}{
		{time.Date(2026, 11, 28, 0, 0, 0, 0, time.Local), 0, true},
		{time.Date(2026, 11, 27, 23, 59, 0, 0, time.Local), 1, true},
		{time.Date(2025, 11, 28, 23, 59, 0, 0, time.Local), 365, true},
		{noon.Add(time.Hour), 0, true},
		{noon.Add(72 * time.Hour), 0, true},
		{time.Time{}, 0, false},
	} {
		days, known := Age(keys.Key{AccessKey: client.AccessKey{CreatedAt: c.created}}, noon)
		check.Equal(t, c.created.String(), [2]any{days, known}, [2]any{c.want, c.known})
	}
}

func TestKeyIsOldOnceItIsOlderThanTheLimit(t *testing.T) {
	for _, c := range []struct {
		days  time.Duration
		limit settings.Days
		state client.State
		want  bool
	}{
		{365, 365, client.StateEnabled, false},
		{366, 365, client.StateEnabled, true},
		{366, 365, client.StateDisabled, true},
		{366, 365, client.StateExpired, false},
		{366, 365, client.StateDeleted, false},
		{91, 90, client.StateEnabled, true},
		{9000, settings.NoDays, client.StateEnabled, false},
	} {
		k := living(c.days*day, 0)
		k.State = c.state
		check.Equal(t, string(c.state), Old(k, noon, settings.Warnings{AgeDays: c.limit}), c.want)
	}
}
