// Package expiry has the rules for warning about keys that expire or are old: which keys, at which level, and when that
// changes. All times are the server's, because the server decides whether a key has expired.
package expiry

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// Level is the level of the warning that a key expires.
type Level int

// The levels.
const (
	None Level = iota
	Soon       // the key expires within about a month
	Near       // the key expires within a week
	Over       // the key's expiry time has passed, but its state is not expired
)

const (
	day      = 24 * time.Hour
	soonDays = 30 // days before a key expires; Warnings.ExpiryDays if that is more
	nearDays = 7
	ownDays  = 14 // days before the key that this app is signed in with expires
)

// Of returns the level for a key at the time now. A key with a short life expires soon from the beginning, so most of its
// life must have passed as well. A key that has expired according to the server has the level None.
func Of(k keys.Key, now time.Time, w settings.Warnings) Level { return levelOf(&k, now, w) }

// levelOf is Of with a pointer, because a key is large and there may be many.
func levelOf(k *keys.Key, now time.Time, w settings.Warnings) Level {
	switch {
	case !expires(k):
		return None
	case !now.Before(k.ValidUntil):
		return Over
	case !now.Before(nearFrom(k)):
		return Near
	case !now.Before(soonFrom(k, w)):
		return Soon
	}
	return None
}

// OfRow returns the level that the row of a key shows. A key that is not enabled breaks nothing when it expires, so its
// row does not warn beforehand. The rows that do are those that Due counts. Its details tell of it all the same.
func OfRow(k keys.Key, now time.Time, w settings.Warnings) Level { return rowLevel(&k, now, w) }

func rowLevel(k *keys.Key, now time.Time, w settings.Warnings) Level {
	level := levelOf(k, now, w)
	if k.State != client.StateEnabled && level != Over {
		return None
	}
	return level
}

// expires reports whether a key has an expiry time and has not expired according to the server.
func expires(k *keys.Key) bool {
	return !k.ValidUntil.IsZero() && usable(k.State)
}

// usable reports whether a key in the given state works, or would work if it was enabled.
func usable(s client.State) bool {
	return s != client.StateDeleted && s != client.StateExpired && s != client.StateUnreadable
}

// Unread reports whether the expiry time of a key has passed since the list was requested at readAt, so that the key's state
// may have changed. now and readAt are times of the server.
func Unread(all []keys.Key, now, readAt time.Time) bool {
	for i := range all {
		if k := &all[i]; expires(k) && readAt.Before(k.ValidUntil) && !now.Before(k.ValidUntil) {
			return true
		}
	}
	return false
}

// Ahead reports whether a key will expire after now.
func Ahead(k keys.Key, now time.Time) bool { return expires(&k) && now.Before(k.ValidUntil) }

func soonFrom(k *keys.Key, w settings.Warnings) time.Time {
	return later(k.ValidUntil.Add(-max(soonDays*day, time.Duration(w.ExpiryDays)*day)), lived(k, 3, 4))
}

func nearFrom(k *keys.Key) time.Time {
	return later(k.ValidUntil.Add(-nearDays*day), lived(k, 9, 10))
}

// lived returns the time when the fraction part/of of a key's life has passed. It returns the zero time if the key's
// creation time is unknown or invalid.
func lived(k *keys.Key, part, of time.Duration) time.Time {
	life := k.ValidUntil.Sub(k.CreatedAt)
	if k.CreatedAt.IsZero() || life <= 0 {
		return time.Time{}
	}
	return k.CreatedAt.Add(life / of * part)
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// Changes returns the next time after now at which the warnings about keys, or the times that they state, change. That is
// at the latest the next midnight, when all numbers of days change.
func Changes(all []keys.Key, now time.Time, w settings.Warnings) time.Time {
	year, month, today := now.Local().Date()
	next := time.Date(year, month, today+1, 0, 0, 0, 0, time.Local)
	for i := range all {
		if at := nextChange(&all[i], now, w); at.After(now) && at.Before(next) {
			next = at
		}
	}
	return next
}

// nextChange returns the next time at which the warning about a key changes. It returns a time in the past if there is
// none.
func nextChange(k *keys.Key, now time.Time, w settings.Warnings) time.Time {
	if !expires(k) {
		return time.Time{}
	}
	soon, near := soonFrom(k, w), nearFrom(k)
	switch {
	case now.Before(soon):
		return soon
	case now.Before(near):
		return earlier(near, nextCountdown(k.ValidUntil, now))
	}
	return nextCountdown(k.ValidUntil, now)
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// nextCountdown returns the next time at which the shown time until end changes. It is shown in days, in hours on the
// last two days, and in minutes in the last hour.
func nextCountdown(end, now time.Time) time.Time {
	left, step := end.Sub(now), day
	switch {
	case left < time.Hour:
		step = time.Minute
	case left < 2*day:
		step = time.Hour
	}
	whole := left / step * step
	if whole == 0 {
		return end
	}
	return end.Add(1 - whole)
}
