package expiry

import (
	"accesskeys/app/keys"
	"accesskeys/client"
)

// mostWorded is of how many keys it is kept what is said: more than there are rows on a screen.
const mostWorded = 500

// worded is what is said of keys, by ID, until something else is. Wording it takes longer than drawing it, and rows are
// looked at with each press of a key.
type worded[T any] map[string]saying[T]

type saying[T any] struct {
	of   client.AccessKey
	says T
}

// of returns what is said of a key, worded by say if that is new.
func (c worded[T]) of(k keys.Key, say func() T) T {
	if s, known := c[k.ID]; known && s.of == k.AccessKey {
		return s.says
	}
	if len(c) >= mostWorded {
		clear(c)
	}
	s := saying[T]{of: k.AccessKey, says: say()}
	c[k.ID] = s
	return s.says
}
