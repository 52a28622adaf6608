package keys

import (
	"cmp"
	"slices"
	"time"

	"accesskeys/app/settings"
	"accesskeys/client"
)

// Find is what a user looks for among the keys. Its zero value is everything.
type Find struct {
	Text  string       // words that are all in the ID, what is noted, the state's name or a date; see matcher
	State client.State // "" is any
	Among *IDs         // keys that it is one of; nil is all
}

// IDs is a set of keys.
type IDs map[string]bool

// Names is what things are called in the user's language, and keys by the user.
type Names struct {
	State func(client.State) string
	Month func(time.Month) string
	Noted func(*Key) Noted // nil where the user has noted nothing about any key
}

// Noted is what the user has noted about a key.
type Noted struct {
	Label  string
	Search string // what is searched, in lower case; it begins with the label
}

// Arranged is the keys as a user wants to see them.
type Arranged struct {
	Keys     []Key
	Deleted  int // how many more there would be, but for Table.ShowDeleted
	Findable int // how many there would be, were nothing looked for
}

// Arrange returns those of all that are looked for, in the order of t. Keys with equal values in the column that they are
// sorted by keep their order.
func Arrange(all []Key, t settings.Table, f Find, names Names) Arranged {
	out := Arranged{Keys: make([]Key, 0, len(all))}
	found := f.matcher(t, names)
	for i := range all {
		k := &all[i]
		hidden := k.State == client.StateDeleted && !t.ShowDeleted && f.State != client.StateDeleted
		if !hidden {
			out.Findable++
		}
		switch {
		case !found(k):
		case hidden:
			out.Deleted++
		default:
			out.Keys = append(out.Keys, *k)
		}
	}
	if compare := comparison(t.SortBy, names); compare != nil {
		out.Keys = sorted(out.Keys, compare, t.Descending)
	}
	return out
}

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
