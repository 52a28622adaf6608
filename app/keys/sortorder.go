package keys

import (
	"cmp"
	"math"
	"slices"
	"time"

	"accesskeys/app/settings"
	"accesskeys/client"
)

// order is how keys are sorted. A key is large, and comparing two of them waits for memory: most are told apart by a
// number that is made of each once.
type order struct {
	begin   func(*Key) uint64 // is less for a key that comes first, or equal
	compare func(a, b *Key) int
}

// ordered is a key's place in a list, with where it begins to be sorted.
type ordered struct {
	begin uint64
	place int
}

// places are those of keys, in order. Keys that are alike stay as they are.
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

// textBegin is the first characters of a text, in any case.
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

// timeBegin is the second that a time is in.
func timeBegin(t time.Time) uint64 { return uint64(t.Unix()) - math.MaxInt64 - 1 }

// sorted returns keys in order. What it moves about is their places: a key is large.
func sorted(keys []Key, by *order, descending bool) []Key {
	places := by.places(keys, descending)
	out := make([]Key, len(keys))
	for place, p := range places {
		out[place] = keys[p.place]
	}
	return out
}

// comparison returns how keys are ordered by a column, nil where they cannot be.
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
		return byTime(func(k *Key) time.Time { return k.UpdatedAt })
	case settings.ColumnExpires:
		return &order{begin: func(*Key) uint64 { return 0 }, compare: compareExpiry}
	case settings.ColumnAge: // those of an age that is not known come last
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

// byLabel has the keys with a label come first, by that, and then the others by their IDs: a cell shows the label first.
func byLabel(noted func(*Key) Noted) *order {
	const others = 1 << 63
	names := map[*Key]string{} // of those with a label: many keys are compared often
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

// compareExpiry has what never expires come last, and what expires at a date that cannot be read first: it may be
// the next.
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

// compareFold is the order in which a user looks an ID up: AKb between AKa and AKC.
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

// rank orders the states from the most to the least use.
func rank(s client.State) int {
	order := States()
	if i := slices.Index(order, s); i >= 0 {
		return i
	}
	return len(order)
}

// States are those that a key is known to be in, from the most to the least use.
func States() []client.State {
	return []client.State{client.StateEnabled, client.StateDisabled, client.StateExpired, client.StateDeleted}
}
