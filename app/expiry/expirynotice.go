package expiry

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// Notice lists the keys that expire soon. The user sees it until they dismiss it.
type Notice struct {
	Own    End // the key that this app is signed in with, since the app is locked out when it expires; zero if not soon
	Others []End
}

// End is the time when a key expires.
type End struct {
	ID string
	At time.Time
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
func Due(all []keys.Key, now time.Time, w settings.Warnings, told settings.ToldExpiry) Notice {
	var n Notice
	if w.ExpiryDays == settings.NoDays {
		return n
	}
	for i := range all {
		k := &all[i]
		if k.State != client.StateEnabled || !within(k, now, w) || told.Dismissed[k.ID].Equal(k.ValidUntil) {
			continue
		}
		if k.Own {
			n.Own = End{k.ID, k.ValidUntil}
		} else {
			n.Others = append(n.Others, End{k.ID, k.ValidUntil})
		}
	}
	return n
}

// within reports whether a key expires within the days of w, or within ownDays if it is the key that this app is signed in
// with, and its row shows a warning too.
func within(k *keys.Key, now time.Time, w settings.Warnings) bool {
	days := time.Duration(w.ExpiryDays)
	if k.Own {
		days = ownDays
	}
	level := levelOf(k, now, w)
	return (level == Soon || level == Near) && k.ValidUntil.Sub(now) <= days*day
}
