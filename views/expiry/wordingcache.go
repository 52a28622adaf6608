package expiry

import (
	"accesskeys/app/keys"
	"accesskeys/client"
)

// mostWorded is how many texts are cached at most. That is more than there are rows on a screen.
const mostWorded = 500

// worded caches the texts about keys, by ID. To compose a text takes longer than to draw it, and the texts of all rows
// are needed at each key press.
type worded[T any] map[string]saying[T]

type saying[T any] struct {
	of   client.AccessKey
	says T
}

// of returns the text about a key. It calls say if the text is not cached or the key has changed.
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
