package client

import (
	"encoding/json"
	"strconv"
	"strings"
)

// Listing is what a server answers when it is asked for the list.
type Listing struct {
	Keys       []AccessKey // in the server's order
	Total      int         // how many keys there are as the server says; 0 when it does not
	Unreadable int         // how many elements were not understood; those with a usable ID are in Keys as well
	Torn       bool        // the list changed while its pages were read, so that keys may have slipped through

	elements int // as sent on the first page, whatever they are
	unlisted int // those of Unreadable that are not in Keys
}

// Whole reports whether the list has all keys, so that a key that is not in it is not there.
func (l Listing) Whole() bool { return l.Unreadable == 0 && !l.Torn && l.Total <= len(l.Keys) }

// Missing is how many keys did not come.
func (l Listing) Missing() int { return max(0, l.Total-len(l.Keys)-l.unlisted) }

// short reports whether further pages may have more.
func (l Listing) short() bool { return l.Missing() > 0 }

// wireCount is a number, as such or as a string. Anything else, and what is below zero, counts as none; what is larger
// than any list counts as maxCount.
type wireCount int

const maxCount = 1_000_000_000

// UnmarshalJSON implements json.Unmarshaler.
func (c *wireCount) UnmarshalJSON(b []byte) error {
	n, _ := strconv.ParseFloat(strings.Trim(string(b), "\" "), 64) // infinite where it is out of range
	*c = wireCount(max(0, min(n, maxCount)))
	return nil
}

var _ json.Unmarshaler = (*wireCount)(nil)
