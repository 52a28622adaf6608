package secrets

import "time"

// Stamp is the time of a key's last change on the server when its secret was fetched, in RFC 3339. "" means unknown.
type Stamp string

// StampOf returns the stamp for a key that was last changed at one of the given times. It uses the earliest one, so that
// a secret never counts as newer than it is. Zero times are unknown and are ignored.
func StampOf(times ...time.Time) Stamp {
	var earliest time.Time
	for _, t := range times {
		if !t.IsZero() && (earliest.IsZero() || t.Before(earliest)) {
			earliest = t
		}
	}
	if earliest.IsZero() {
		return ""
	}
	return Stamp(earliest.UTC().Format(time.RFC3339Nano))
}

// Covers reports whether a secret with this stamp is still current if its key was last changed at the given time. If that
// is the zero time, it is unknown, and any secret counts as current.
func (s Stamp) Covers(changed time.Time) bool {
	if changed.IsZero() {
		return true
	}
	fetched, err := time.Parse(time.RFC3339Nano, string(s))
	return err == nil && !changed.After(fetched)
}

// earlier returns the earlier of two stamps. An unknown stamp counts as the earliest.
func (s Stamp) earlier(o Stamp) Stamp {
	fetched, err := time.Parse(time.RFC3339Nano, string(o))
	if err != nil || s.Covers(fetched) {
		return o
	}
	return s
}
