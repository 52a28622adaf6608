// Package notes is what a user notes about keys, on this computer alone: what a key is called, where it is used, and
// whatever else there is to say about it. The server is told none of it.
package notes

import "slices"

// Note is what a user has noted about a key.
type Note struct {
	Label  string   `json:"label,omitempty"`  // what the key is called, in one line
	Places []string `json:"places,omitempty"` // where it is used, a line each
	Text   string   `json:"note,omitempty"`   // anything else, in lines
}

// IsZero reports whether nothing is noted.
func (n Note) IsZero() bool { return n.Label == "" && len(n.Places) == 0 && n.Text == "" }

// Equal reports whether both say the same.
func (n Note) Equal(o Note) bool {
	return n.Label == o.Label && slices.Equal(n.Places, o.Places) && n.Text == o.Text
}
