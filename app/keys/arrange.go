package keys

import (
	"time"

	"accesskeys/app/settings"
	"accesskeys/client"
)

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
