package keys

import (
	"cmp"
	"math"
	"slices"
	"time"

	"accesskeys/app/settings"
	"accesskeys/client"
)

// order is how keys are sorted. Keys are large, so comparing two of them is slow. Most pairs are ordered by a number that
// is computed once for each key.
type order struct {
	begin   func(*Key) uint64 // returns that number; if two are equal, compare decides
	compare func(a, b *Key) int
}

// ordered is the place of a key in a list, and its number.
type ordered struct {
	begin uint64
	place int
}

// places returns the places of the keys, in order. The sort is stable.
func (o *order) places(keys []Key, descending bool) []ordered {
	places := make([]ordered, len(keys))
	for i := range keys {
		places[i] = ordered{o.begin(&keys[i]), i}
	}
	slices.SortFunc(places, func(a, b ordered) int {
		c := cmp.Compare(a.begin, b.begin)
		if c == 0 {
			c = o.compare(&keys[a.place], &keys[b.place])
		}
		if descending {
			c = -c
		}
		return cmp.Or(c, a.place-b.place)
	})
	return places
}

// textBegin returns a number for the first characters of a text, ignoring case.
func textBegin(s string) uint64 {
	begin := uint64(0)
	for i := range 8 {
		begin <<= 8
		if i < len(s) {
			begin |= uint64(lowerASCII(s[i]))
		}
	}
	return begin
}

// timeBegin returns a number for the second of a time.
func timeBegin(t time.Time) uint64 { return uint64(t.Unix()) - math.MaxInt64 - 1 }

// sorted returns the keys in order.
func sorted(keys []Key, by *order, descending bool) []Key {
	places := by.places(keys, descending)
	out := make([]Key, len(keys))
	for place, p := range places {
		out[place] = keys[p.place]
	}
	return out
}

// comparison returns how keys are sorted by a column, or nil if they cannot be.
func comparison(c settings.Column, names Names) *order {
	byTime := func(of func(*Key) time.Time) *order {
		return &order{
			begin:   func(k *Key) uint64 { return timeBegin(of(k)) },
			compare: func(a, b *Key) int { return of(a).Compare(of(b)) },
		}
	}
	switch c {
	case settings.ColumnID:
		if names.Noted != nil {
			return byLabel(names.Noted)
		}
		return byID()
	case settings.ColumnState:
		return &order{
			begin:   func(k *Key) uint64 { return uint64(rank(k.State)) },
			compare: func(a, b *Key) int { return cmp.Or(rank(a.State)-rank(b.State), cmp.Compare(a.State, b.State)) },
		}
	case settings.ColumnCreated:
		return byTime(func(k *Key) time.Time { return k.CreatedAt })
	case settings.ColumnUpdated:
		return byTime(func(k *Key) time.Time {
			if k.undated {
				return time.Unix(1<<40, 0) // later than all that was read
			}
			return k.UpdatedAt
		})
	case settings.ColumnExpires:
		return &order{begin: func(*Key) uint64 { return 0 }, compare: compareExpiry}
	case settings.ColumnAge: // keys of unknown age come last
		return &order{
			begin:   func(k *Key) uint64 { return ^timeBegin(k.CreatedAt) },
			compare: func(a, b *Key) int { return b.CreatedAt.Compare(a.CreatedAt) },
		}
	}
	return nil
}

func byID() *order {
	return &order{
		begin:   func(k *Key) uint64 { return textBegin(k.ID) },
		compare: func(a, b *Key) int { return compareFold(a.ID, b.ID) },
	}
}

// byLabel puts the keys with a label first, sorted by label, and then the others, sorted by ID.
func byLabel(noted func(*Key) Noted) *order {
	const others = 1 << 63
	names := map[*Key]string{} // of the keys with a label, since they are compared often
	return &order{
		begin: func(k *Key) uint64 {
			if n := noted(k); n.Label != "" {
				names[k] = n.Search
				return textBegin(n.Search) >> 1 // of any language
			}
			return others | textBegin(k.ID) // ASCII
		},
		compare: func(a, b *Key) int { return cmp.Or(cmp.Compare(names[a], names[b]), compareFold(a.ID, b.ID)) },
	}
}

// compareExpiry puts keys that never expire last, and keys whose expiry date cannot be read first: they may be the next to
// expire.
func compareExpiry(a, b *Key) int {
	rank := func(k *Key) int {
		switch {
		case k.Unread.ValidUntil != "":
			return 0
		case !k.ValidUntil.IsZero():
			return 1
		}
		return 2
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), a.ValidUntil.Compare(b.ValidUntil))
}

// compareFold compares IDs, ignoring case first: AKb is between AKa and AKC.
func compareFold(a, b string) int {
	for i := range min(len(a), len(b)) {
		if c := cmp.Compare(lowerASCII(a[i]), lowerASCII(b[i])); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// rank returns the place of a state in States.
func rank(s client.State) int {
	order := States()
	if i := slices.Index(order, s); i >= 0 {
		return i
	}
	return len(order)
}

// States returns the known states, from the most to the least useful.
func States() []client.State {
	return []client.State{client.StateEnabled, client.StateDisabled, client.StateExpired, client.StateDeleted}
}
