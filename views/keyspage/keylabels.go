package keyspage

import (
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/rotation"
	"accesskeys/views/words"
)

// labels looks up the user's labels and notes for keys.
type labels struct {
	keys  *keys.Keys
	notes *notes.Store
	guide *rotation.Guide
}

// noteOf returns the note about a key. It does not block.
func (l labels) noteOf(id string) notes.Note { return l.notes.Of(keys.RefOf(l.keys, id)) }

// label returns the label of a key that is shown, or "".
func (l labels) label(id string) string {
	label, _ := l.find(id)
	return label
}

// find returns the label of a key that is shown, and whether it is lent by the key that this one replaces.
func (l labels) find(id string) (label string, lent bool) {
	return words.LabelOf(l.noteOf(id).Label, func() string { return l.noteOf(rotation.Replaced(l.guide)[id]).Label })
}

// standIn returns what the row of a key without a label shows in its place.
func (l labels) standIn(id string) words.StandIn { return words.StandInOf(l.noteOf(id)) }

// nameOf returns the name of a key for a message: its label, if it has one, and its ID.
func (l labels) nameOf(id string) string {
	label, lent := l.find(id)
	return words.NameBy(label, lent, id)
}

// noted returns a function that gives the parts of a key's note that the list is sorted and filtered by.
func (l labels) noted() func(*keys.Key) keys.Noted {
	of := keys.RefOf(l.keys, "")
	return words.NotedOf(l.notes.Noted(of.Base, of.User), rotation.Replaced(l.guide))
}
