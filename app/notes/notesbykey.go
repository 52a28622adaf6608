package notes

import (
	"cmp"
	"slices"
	"strings"

	"accesskeys/app/keys"
)

// book is notes in memory. It is not changed once it is made, so that it can be read without a lock.
type book map[string][]entry // by key ID, with what else has that ID

// entry is a note with the key that it is about.
type entry struct {
	Base  string `json:"base"`
	User  string `json:"user,omitempty"`
	KeyID string `json:"keyId"`
	Note
	lower string // label and places in lower case, a line each: what is searched
}

func bookOf(entries []entry) book {
	b := make(book, len(entries))
	for _, e := range entries {
		e.Note = e.Clean()
		e.lower = strings.ToLower(strings.Join(append([]string{e.Label}, e.Places...), "\n"))
		b[e.KeyID] = append(b[e.KeyID], e)
	}
	return b
}

// find returns the entry of a key, or nil. One kept for another API base of the server is of the key too, as the API can
// move, and so is one from when the server did not say whose key it is.
func (b book) find(ref keys.Ref) *entry {
	same := b[ref.KeyID]
	for i := range same { // one, as good as always
		if e := &same[i]; e.Base == ref.Base && e.User == ref.User {
			return e
		}
	}
	for i := range same {
		if e := &same[i]; e.ref().MayBe(ref) {
			return e
		}
	}
	return nil
}

func (e entry) ref() keys.Ref { return keys.Ref{Base: e.Base, User: e.User, KeyID: e.KeyID} }

// owned reports which entries are surely of a user, at the server of an API base.
func (b book) owned(base, user string) func(*entry) bool {
	surely := keys.Owned(keys.Ref{Base: base, User: user}, func(yield func(keys.Ref) bool) {
		for _, same := range b {
			for i := range same {
				if !yield(same[i].ref()) {
					return
				}
			}
		}
	})
	return func(e *entry) bool { return surely(e.ref()) }
}

// with returns the entries with a note in place of what there was of its key.
func (b book) with(ref keys.Ref, n Note) []entry {
	before := b.find(ref)
	entries := b.without(func(e *entry) bool { return e == before })
	if !n.IsZero() {
		entries = append(entries, entry{Base: ref.Base, User: ref.User, KeyID: ref.KeyID, Note: n})
	}
	return entries
}

// without returns the entries but some.
func (b book) without(gone func(*entry) bool) []entry {
	var entries []entry
	for _, same := range b {
		for i := range same {
			if !gone(&same[i]) {
				entries = append(entries, same[i])
			}
		}
	}
	return entries
}

// sorted orders entries, so that the same notes make the same file.
func sorted(entries []entry) []entry {
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.Base, b.Base), cmp.Compare(a.User, b.User), cmp.Compare(a.KeyID, b.KeyID))
	})
	return entries
}
