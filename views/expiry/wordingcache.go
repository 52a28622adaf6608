package expiry

import (
	"accesskeys/app/keys"
	"accesskeys/client"
)

// maxCached is how many texts are cached at most. That is more than there are rows on a screen.
const maxCached = 500

// textCache caches the texts about keys, by ID. To compose a text takes longer than to draw it, and the texts of all
// rows are needed at each key press.
type textCache[T any] map[string]cachedText[T]

type cachedText[T any] struct {
	of   client.AccessKey
	says T
}

// get returns the text about a key. It calls say if the text is not cached or the key has changed.
func (c textCache[T]) get(k keys.Key, say func() T) T {
	if s, known := c[k.ID]; known && s.of == k.AccessKey {
		return s.says
	}
	if len(c) >= maxCached {
		clear(c)
	}
	s := cachedText[T]{of: k.AccessKey, says: say()}
	c[k.ID] = s
	return s.says
}
