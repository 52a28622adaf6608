package keys

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"accesskeys/app/settings"
	"accesskeys/client"
)

// Find is what a user looks for among the keys. Its zero value is everything.
type Find struct {
	Text  string       // in the ID, or in what the state is called; case does not matter
	State client.State // "" is any
}

// Arranged is the keys as a user wants to see them.
type Arranged struct {
	Keys    []Key
	Deleted int // how many more there would be, but for Table.ShowDeleted
}

// Arrange returns those of all that are looked for, in the order of t. named is what a state is called in
// the user's language. Keys that are alike in what they are sorted by stay in the order of all.
func Arrange(all []Key, t settings.Table, f Find, named func(client.State) string) Arranged {
	out := Arranged{Keys: make([]Key, 0, len(all))}
	found := f.matcher(named)
	for _, k := range all {
		switch {
		case !found(k):
		case k.State == client.StateDeleted && !t.ShowDeleted && f.State != client.StateDeleted:
			out.Deleted++
		default:
			out.Keys = append(out.Keys, k)
		}
	}
	if compare := comparison(t.SortBy); compare != nil {
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

func (f Find) matcher(named func(client.State) string) func(Key) bool {
	text := strings.ToLower(strings.TrimSpace(f.Text))
	called := map[client.State]bool{} // whether a state is what is looked for
	return func(k Key) bool {
		if f.State != "" && k.State != f.State {
			return false
		}
		if text == "" || containsFold(k.ID, text) {
			return true
		}
		is, known := called[k.State]
		if !known {
			is = strings.Contains(strings.ToLower(named(k.State)), text)
			called[k.State] = is
		}
		return is
	}
}

// containsFold tells whether s, of ASCII as key IDs are, contains lower whatever the case. It allocates nothing.
func containsFold(s, lower string) bool {
	for i := 0; i+len(lower) <= len(s); i++ {
		if equalFold(s[i:i+len(lower)], lower) {
			return true
		}
	}
	return false
}

func equalFold(s, lower string) bool {
	for i := range len(lower) {
		if lowerASCII(s[i]) != lower[i] {
			return false
		}
	}
	return true
}

// comparison returns how keys are ordered by a column, nil where they cannot be.
func comparison(c settings.Column) *order {
	byTime := func(of func(*Key) time.Time) *order {
		return &order{
			begin:   func(k *Key) uint64 { return timeBegin(of(k)) },
			compare: func(a, b *Key) int { return of(a).Compare(of(b)) },
		}
	}
	switch c {
	case settings.ColumnID:
		return &order{
			begin:   func(k *Key) uint64 { return textBegin(k.ID) },
			compare: func(a, b *Key) int { return compareFold(a.ID, b.ID) },
		}
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
	}
	return nil
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
