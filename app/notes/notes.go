// Package notes stores the user's notes about keys: a label, the places where a key is used, and free text. They are on
// this computer only and are never sent to the server.
package notes

import (
	"slices"
	"strings"
)

// Note is a user's note about a key.
type Note struct {
	Label  string   `json:"label,omitempty"`  // the user's name for the key, on one line
	Places []string `json:"places,omitempty"` // where the key is used, each on one line
	Text   string   `json:"note,omitempty"`   // anything else, on any number of lines
}

// IsZero reports whether the note is empty.
func (n Note) IsZero() bool { return n.Label == "" && len(n.Places) == 0 && n.Text == "" }

// StandIn returns what shows that there is a note without a label: the first place where the key is used, or else the first
// line of the text. It is "" if there is a label, or nothing. place reports whether it is a place.
func (n Note) StandIn() (text string, place bool) {
	switch {
	case n.Label != "":
		return "", false
	case len(n.Places) > 0:
		return n.Places[0], true
	}
	first, _, _ := strings.Cut(strings.TrimLeft(n.Text, "\n"), "\n")
	return line(first), false
}

// Equal reports whether n and o have the same content.
func (n Note) Equal(o Note) bool {
	return n.Label == o.Label && slices.Equal(n.Places, o.Places) && n.Text == o.Text
}
