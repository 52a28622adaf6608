package notes

import (
	"cmp"
	"slices"
	"strings"

	"accesskeys/app/keys"
)

// book holds the notes in memory, by key ID. Keys of several servers or users may have the same ID. A book is never
// modified, so it can be read without a lock.
type book map[string][]entry

// entry is a note together with its key.
type entry struct {
	Base  string `json:"base"`
	User  string `json:"user,omitempty"`
	KeyID string `json:"keyId"`
	Note
	lower string // the text that is searched: the label, the places and the note in lower case, each on lines of its own
}

func bookOf(entries []entry) book {
	b := make(book, len(entries))
	for _, e := range entries {
		e.Note = e.Clean()
		e.lower = strings.ToLower(strings.Join(slices.Concat([]string{e.Label}, e.Places, []string{e.Text}), "\n"))
		b[e.KeyID] = append(b[e.KeyID], e)
	}
	return b
}

// find returns the entry of a key, or nil. It prefers an entry with the same API base and user. Without one, it returns
// an entry with another base of the same server, since an API can move, or without a user, since the server may not
// have told the user earlier.
func (b book) find(ref keys.Ref) *entry {
	same := b[ref.KeyID]
	for i := range same { // almost always one
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

// owned returns a function that reports whether an entry certainly belongs to the user at the server of base.
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

// with returns the entries with n as the note of the key ref. It leaves out the key's entry if n is empty.
func (b book) with(ref keys.Ref, n Note) []entry {
	before := b.find(ref)
	entries := b.filter(func(e *entry) bool { return e != before })
	if !n.IsZero() {
		entries = append(entries, entry{Base: ref.Base, User: ref.User, KeyID: ref.KeyID, Note: n})
	}
	return entries
}

// filter returns the entries for which keep returns true.
func (b book) filter(keep func(*entry) bool) []entry {
	var entries []entry
	for _, same := range b {
		for i := range same {
			if keep(&same[i]) {
				entries = append(entries, same[i])
			}
		}
	}
	return entries
}

// sorted sorts entries in place and returns them, so that the same notes always give the same file.
func sorted(entries []entry) []entry {
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.Base, b.Base), cmp.Compare(a.User, b.User), cmp.Compare(a.KeyID, b.KeyID))
	})
	return entries
}
