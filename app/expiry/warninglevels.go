// Package expiry has the rules of when keys end and how old they are: which are pointed out, how much, and when that
// changes. Its times are the server's, as that decides what has ended.
package expiry

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// Level is how much it matters that a key ends.
type Level int

// The levels.
const (
	None Level = iota
	Soon       // it ends within a month or so
	Near       // within a week
	Over       // its date has passed, but the server does not say so
)

const (
	day      = 24 * time.Hour
	soonDays = 30 // before its end, or as many as the user wants to know of, if those are more
	nearDays = 7
	ownDays  = 14 // the key that this app is signed in with
)

// Of returns how much it matters at a time that a key ends. Short-lived keys end soon all their life: so most of that has
// to have passed as well. A key that has ended, as the server says, is no warning any more.
func Of(k keys.Key, now time.Time, w settings.Warnings) Level { return of(&k, now, w) }

// of takes a pointer, as a key is large and there may be many.
func of(k *keys.Key, now time.Time, w settings.Warnings) Level {
	switch {
	case !ends(k):
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

// ends tells whether a key is going to end.
func ends(k *keys.Key) bool {
	return !k.ValidUntil.IsZero() && usable(k.State)
}

// usable tells whether a key in a state is of use, or may be again.
func usable(s client.State) bool {
	return s != client.StateDeleted && s != client.StateExpired && s != client.StateUnreadable
}

// Ahead reports whether the end of a key is still to come at a time.
func Ahead(k keys.Key, now time.Time) bool { return ends(&k) && now.Before(k.ValidUntil) }

func soonFrom(k *keys.Key, w settings.Warnings) time.Time {
	return later(k.ValidUntil.Add(-max(soonDays*day, time.Duration(w.ExpiryDays)*day)), lived(k, 3, 4))
}

func nearFrom(k *keys.Key) time.Time {
	return later(k.ValidUntil.Add(-nearDays*day), lived(k, 9, 10))
}

// lived is when a part of a key's life has passed. Without a believable beginning, that is always so.
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

// Changes returns when something else is told of keys than at a time now, at the latest at the next midnight, when all
// that counts in days changes.
func Changes(all []keys.Key, now time.Time, w settings.Warnings) time.Time {
	year, month, today := now.Local().Date()
	next := time.Date(year, month, today+1, 0, 0, 0, 0, time.Local)
	for i := range all {
		if at := changes(&all[i], now, w); at.After(now) && at.Before(next) {
			next = at
		}
	}
	return next
}

// changes returns when the next thing happens to what is told of a key, or a time that has passed.
func changes(k *keys.Key, now time.Time, w settings.Warnings) time.Time {
	if !ends(k) {
		return time.Time{}
	}
	soon, near := soonFrom(k, w), nearFrom(k)
	switch {
	case now.Before(soon):
		return soon
	case now.Before(near):
		return earlier(near, countsDown(k.ValidUntil, now))
	}
	return countsDown(k.ValidUntil, now)
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// countsDown returns when less is left until an end than is told now: in days, in hours on the last day, and in minutes
// in the last hour.
func countsDown(end, now time.Time) time.Time {
	left, step := end.Sub(now), day
	switch {
	case left < time.Hour:
		step = time.Minute
	case left < day:
		step = time.Hour
	}
	whole := left / step * step
	if whole == 0 {
		return end
	}
	return end.Add(1 - whole)
}
