package keys

import (
	"cmp"
	"math"
	"slices"
	"time"
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
