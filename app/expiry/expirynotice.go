package expiry

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// Notice is what the user is told of keys that end soon, until they dismiss it.
type Notice struct {
	Own    End // of the key that this app is signed in with, which locks it out; zero if it does not end soon
	Others []End
}

// End is when a key ends.
type End struct {
	ID string
	At time.Time
}

// Empty reports whether there is nothing to tell.
func (n Notice) Empty() bool { return n.Own.ID == "" && len(n.Others) == 0 }

// Ends returns all ends that it is about.
func (n Notice) Ends() []End {
	if n.Own.ID == "" {
		return n.Others
	}
	return append([]End{n.Own}, n.Others...)
}

// Due returns what there is to tell at a time of the keys that are in use, but for what the user has dismissed.
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

// within tells whether a key ends within the days that the user wants to know of, and its row says so too.
func within(k *keys.Key, now time.Time, w settings.Warnings) bool {
	days := time.Duration(w.ExpiryDays)
	if k.Own {
		days = ownDays
	}
	level := of(k, now, w)
	return (level == Soon || level == Near) && k.ValidUntil.Sub(now) <= days*day
}
