package app

import "time"

// stamp is when the server had last changed a key when its secret was fetched, in RFC 3339; "" is unknown.
type stamp string

// stampOf is the stamp of what the server said that it changed at one of these times: of the earliest,
// because a secret is not to count as younger than it is. Those it did not say are zero.
func stampOf(times ...time.Time) stamp {
	var earliest time.Time
	for _, t := range times {
		if !t.IsZero() && (earliest.IsZero() || t.Before(earliest)) {
			earliest = t
		}
	}
	if earliest.IsZero() {
		return ""
	}
	return stamp(earliest.UTC().Format(time.RFC3339Nano))
}

// covers reports whether a secret of this stamp is the current one of a key that was last changed then. Of
// a key that is not said when, any is.
func (s stamp) covers(changed time.Time) bool {
	if changed.IsZero() {
		return true
	}
	fetched, err := time.Parse(time.RFC3339Nano, string(s))
	return err == nil && !changed.After(fetched)
}

// earlier returns the earlier of two stamps; unknown is earliest.
func (s stamp) earlier(o stamp) stamp {
	fetched, err := time.Parse(time.RFC3339Nano, string(o))
	if err != nil || s.covers(fetched) {
		return o
	}
	return s
}
