package secrets

import "time"

// Stamp is when the server had last changed a key when its secret was fetched, in RFC 3339; "" is unknown.
type Stamp string

// StampOf is the stamp of what the server said that it changed at one of these times: of the earliest,
// because a secret is not to count as younger than it is. Those it did not say are zero.
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

// Covers reports whether a secret of this stamp is the current one of a key that was last changed then. Of
// a key that is not said when, any is.
func (s Stamp) Covers(changed time.Time) bool {
	if changed.IsZero() {
		return true
	}
	fetched, err := time.Parse(time.RFC3339Nano, string(s))
	return err == nil && !changed.After(fetched)
}

// earlier returns the earlier of two stamps; unknown is earliest.
func (s Stamp) earlier(o Stamp) Stamp {
	fetched, err := time.Parse(time.RFC3339Nano, string(o))
	if err != nil || s.Covers(fetched) {
		return o
	}
	return s
}
