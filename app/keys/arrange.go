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
	Noted func(*Key) Noted  // nil where the user has noted nothing about any key
	Chips func(*Key) string // what the chips of a key say, in lower case; may be nil
}

// Noted is what the user has noted about a key.
type Noted struct {
	Label  string
	Search string // what is searched, in lower case; it begins with the label
}

// Arranged is the keys found, in the order asked for.
type Arranged struct {
	Keys     []Key
	Deleted  int // how many more there are that Table.ShowDeleted hides
	Findable int // how many are searched: a search for a state finds the hidden keys too
}

// Arrange returns the keys in all that match f, in the order of t. The sort is stable. While f asks for a state, deleted keys
// are not hidden.
func Arrange(all []Key, t settings.Table, f Find, names Names) Arranged {
	out := Arranged{Keys: make([]Key, 0, len(all))}
	found := f.matcher(t, names)
	for i := range all {
		k := &all[i]
		hidden := k.State == client.StateDeleted && !t.ShowDeleted && f.State == ""
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
