package expiry

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
)

// Age returns how many calendar days ago a key was created, in the user's time zone, and whether that is known.
func Age(k keys.Key, now time.Time) (days int, known bool) {
	if k.CreatedAt.IsZero() {
		return 0, false
	}
	date := func(t time.Time) time.Time {
		year, month, day := t.Local().Date()
		return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	}
	return max(0, int(date(now).Sub(date(k.CreatedAt))/day)), true
}

// Old reports whether a usable key is older than w.AgeDays.
func Old(k keys.Key, now time.Time, w settings.Warnings) bool {
	days, known := Age(k, now)
	return usable(k.State) && known && w.AgeDays != settings.NoDays && days > int(w.AgeDays)
}
