package notes

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"accesskeys/app/broadcast"
	"accesskeys/app/keys"
	"accesskeys/app/store"
	"accesskeys/client/route"
)

// version is the layout of the file. What a later one has is not known here.
const version = 1

// patience is how long another process may keep the file.
const patience = 3 * time.Second

var (
	// ErrDamaged means that the file could not be read as notes. It has been set aside.
	ErrDamaged = errors.New("the notes are damaged")
	// ErrNewer means that a later version of the program has written the file. It is left as it is.
	ErrNewer = errors.New("the notes are of a later version")
	// ErrChanged means that another process has changed what was to be changed.
	ErrChanged = errors.New("the note was changed meanwhile")
)

// Store is the notes in memory and on disk. It is safe for concurrent use.
//
// Other processes change the file too. So each change is made to what the file says at that moment.
type Store struct {
	Changed broadcast.Signal[struct{}] // what Of returns has changed

	now     atomic.Pointer[book]
	writing sync.Mutex // held while the disk is read or written
	file    store.File // without a path, everything is in memory
	damaged bool       // the file was, when it was last read; guarded by writing
	coming  coming
}

// Open returns the notes in the file at path, which Load reads. An empty path means that they are kept in memory only.
func Open(path string, log *slog.Logger) *Store {
	s := &Store{}
	s.file = store.File{Path: path, Log: log, Corrupt: func() { s.damaged = true }}
	s.now.Store(&book{})
	return s
}

// content is what the file holds.
type content struct {
	Version int     `json:"version"`
	Notes   []entry `json:"notes"`
}

// Load reads the file. It waits for the disk. What was in memory stays where it returns an error: ErrDamaged, ErrNewer, or
// one of the disk.
func (s *Store) Load() error {
	if s.file.Path == "" {
		return nil
	}
	return s.update(s.read)
}

// update takes over the notes that next returns, and tells of it.
func (s *Store) update(next func() (book, error)) error {
	s.writing.Lock()
	before := *s.now.Load()
	after, err := next()
	if err == nil {
		s.now.Store(&after)
	}
	s.writing.Unlock()
	if err == nil && !same(before, after) {
		s.Changed.Emit(struct{}{})
	}
	return err
}

// read reads the file. s.writing is held.
func (s *Store) read() (book, error) {
	s.damaged = false
	var c content
	found, err := s.file.Read(&c)
	switch {
	case err != nil:
		return nil, err
	case s.damaged:
		return nil, ErrDamaged
	case found && c.Version > version:
		return nil, ErrNewer
	}
	return bookOf(c.Notes), nil
}

// same reports whether both have the same notes.
func same(a, b book) bool {
	return maps.EqualFunc(a, b, func(a, b []entry) bool {
		return slices.EqualFunc(a, b, func(a, b entry) bool { return a.ref() == b.ref() && a.Equal(b.Note) })
	})
}

func none(*entry) bool { return false }

// Of returns what is noted about a key. It waits for nothing.
func (s *Store) Of(ref keys.Ref) Note {
	if e := s.now.Load().find(ref); e != nil {
		return e.Note
	}
	return Note{}
}

// Noted returns what keys.Arrange asks about keys, nil where there are no notes. user is whose the keys are that do not say
// so. It waits for nothing.
func (s *Store) Noted(base, user string) func(*keys.Key) keys.Noted {
	b := *s.now.Load()
	if len(b) == 0 {
		return nil
	}
	return func(k *keys.Key) keys.Noted {
		if e := b.find(keys.Ref{Base: base, User: cmp.Or(k.UserID, user), KeyID: k.ID}); e != nil {
			return keys.Noted{Label: e.Label, Search: e.lower}
		}
		return keys.Noted{}
	}
}

// Empty reports whether there are no notes.
func (s *Store) Empty() bool { return len(*s.now.Load()) == 0 }

// Count is how many keys of a user have a note that Forget forgets, at the server of an API base.
func (s *Store) Count(base, user string) int {
	b := *s.now.Load()
	owned := b.owned(base, user)
	return len(b.without(func(e *entry) bool { return !owned(e) }))
}

// CountAt is how many keys of a server have a note, whosever they are.
func (s *Store) CountAt(base string) int {
	b := *s.now.Load()
	return len(b.without(func(e *entry) bool { return !route.SameServer(e.Base, base) }))
}

// Change replaces what is noted about a key, in memory once it is on disk. seen is what the user saw before: what another
// process has changed since stays, unless the user has changed the same. Then it returns ErrChanged, and Of the other's. A
// note that is zero is forgotten. Its other errors are a *LimitError and those of Load; then nothing has changed.
func (s *Store) Change(ref keys.Ref, seen, note Note) error {
	seen, note = seen.Clean(), note.Clean()
	if err := note.Check(); err != nil {
		return err
	}
	var clash error
	err := s.edit(func(b book) []entry {
		var there Note
		if e := b.find(ref); e != nil {
			there = e.Note
		}
		merged, ok := merge(seen, note, there)
		if !ok {
			clash = ErrChanged
			return b.without(none)
		}
		return b.with(ref, merged)
	})
	return errors.Join(err, clash)
}

// Forget forgets what is noted about the keys of a user, at the server of an API base. Notes that may be another user's
// stay, such as all that name a user where user is "". It waits for the changes that were announced, which would otherwise
// outlive it.
func (s *Store) Forget(base, user string) error {
	s.coming.wait()
	return s.edit(func(b book) []entry { return b.without(b.owned(base, user)) })
}

// edit changes what the file says, and takes that over.
func (s *Store) edit(change func(book) []entry) error {
	return s.update(func() (book, error) {
		if s.file.Path == "" {
			return bookOf(change(*s.now.Load())), nil
		}
		if err := s.file.MakeDir(); err != nil {
			return nil, err // or there would be no place for the lock
		}
		release, err := s.file.Lock().Take(context.Background(), patience)
		if err != nil {
			return nil, err
		}
		defer release()
		b, err := s.read()
		if errors.Is(err, ErrDamaged) {
			b, err = *s.now.Load(), nil // what was read before is better than nothing
		}
		if err != nil {
			return nil, err
		}
		after := sorted(change(b))
		return bookOf(after), s.write(after)
	})
}

func (s *Store) write(entries []entry) error {
	if len(entries) == 0 {
		return s.file.Remove()
	}
	return s.file.Write(content{Version: version, Notes: entries})
}
