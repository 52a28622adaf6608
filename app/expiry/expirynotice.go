package expiry

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
)

// Notice lists the keys that expire soon. The user sees it until they dismiss it.
type Notice struct {
	Own    End   // the key that this app is signed in with, since the app is locked out when it expires; zero if not in ownDays
	Others []End // the key that this app is signed in with too, if it is in more than ownDays
}

// End is the time when a key expires.
type End struct {
	ID        string
	At        time.Time
	Dismissed time.Time // until when the user sees no more of it once they have dismissed it
}

// Empty reports whether the notice lists no keys.
func (n Notice) Empty() bool { return n.Own.ID == "" && len(n.Others) == 0 }

// Ends returns all keys of the notice.
func (n Notice) Ends() []End {
	if n.Own.ID == "" {
		return n.Others
	}
	return append([]End{n.Own}, n.Others...)
}

// Due returns the notice about the enabled keys that expire soon after now, without those that the user has dismissed.
func Due(all []keys.Key, now time.Time, w settings.Warnings, dismissed settings.DismissedExpiry) Notice {
	var n Notice
	if w.ExpiryDays == settings.NoDays {
		return n
	}
	for i := range all {
		k := &all[i]
		if !warnedOf(k, now, w) {
			continue
		}
		end := End{k.ID, k.ValidUntil, k.ValidUntil}
		left := k.ValidUntil.Sub(now)
		lockout := k.Own && left <= ownDays*day
		if k.Own && !lockout {
			end.Dismissed = k.ValidUntil.Add(-ownDays * day)
		}
		switch {
		case dismissed.Dismissed[k.ID].Equal(end.Dismissed):
		case lockout:
			n.Own = end
		case left <= time.Duration(w.ExpiryDays)*day:
			n.Others = append(n.Others, end)
		}
	}
	return n
}

// warnedOf reports whether the row of a key warns that the key expires soon.
func warnedOf(k *keys.Key, now time.Time, w settings.Warnings) bool {
	level := rowLevel(k, now, w)
	return level == Soon || level == Near
}
