package keyspage

import (
	"accesskeys/app/keys"
	"accesskeys/app/notes"
	"accesskeys/app/rotation"
	"accesskeys/views/words"
)

// labels are what the user calls keys, and what else is noted about them.
type labels struct {
	keys  *keys.Keys
	notes *notes.Store
	guide *rotation.Guide
}

// of returns what is noted about a key. It waits for nothing.
func (l labels) of(id string) notes.Note { return l.notes.Of(keys.RefOf(l.keys, id)) }

func (l labels) label(id string) string {
	return words.LabelOf(l.of(id).Label, func() string { return l.of(rotation.Replaced(l.guide)[id]).Label })
}

// named is what a key is called in a message.
func (l labels) named(id string) string { return words.KeyName(l.label(id), id) }

// noted returns what is sorted and searched of the notes.
func (l labels) noted() func(*keys.Key) keys.Noted {
	of := keys.RefOf(l.keys, "")
	return words.NotedOf(l.notes.Noted(of.Base, of.User), rotation.Replaced(l.guide))
}
