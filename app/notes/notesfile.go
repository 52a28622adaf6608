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

// version is the version of the file's layout. This program does not understand later versions.
const version = 1

// lockLimit is how long to wait for another process that holds the file's lock.
const lockLimit = 3 * time.Second

var (
	// ErrDamaged means that the file could not be decoded. It was renamed, so that its content is not lost.
	ErrDamaged = errors.New("the notes are damaged")
	// ErrNewer means that a later version of the program wrote the file. The file stays as it is.
	ErrNewer = errors.New("the notes are of a later version")
	// ErrChanged means that another process changed the same field of the note.
	ErrChanged = errors.New("the note was changed meanwhile")
)

// Store holds the notes in memory and on disk. It is safe for concurrent use.
//
// Other processes change the file too. Each change is therefore applied to the file's content at that moment.
type Store struct {
	Changed broadcast.Signal[struct{}] // emitted when the notes in memory change

	now       atomic.Pointer[book]
	writing   sync.Mutex // held while the disk is read or written
	file      store.File // has no path if the notes are in memory only
	damaged   bool       // whether the file was damaged when it was last read; guarded by writing
	announced announced
}

// Open returns a Store for the file at path. Call Load to read the file. An empty path means that the notes are kept in
// memory only.
func Open(path string, log *slog.Logger) *Store {
	s := &Store{}
	s.file = store.File{Path: path, Log: log, Corrupt: func() { s.damaged = true }}
	s.now.Store(&book{})
	return s
}

// content is the content of the file.
type content struct {
	Version int     `json:"version"`
	Notes   []entry `json:"notes"`
}

// Load reads the file, which can block on the disk. If it returns ErrDamaged, ErrNewer or an error of package store, the
// notes in memory stay as they were.
func (s *Store) Load() error {
	if s.file.Path == "" {
		return nil
	}
	return s.update(s.readLocked)
}

// update makes the notes that next returns the current ones, and emits Changed if they differ. It calls next with
// s.writing held.
func (s *Store) update(next func() (book, error)) error {
	s.writing.Lock()
	before := *s.now.Load()
	after, err := next()
	if err == nil {
		s.now.Store(&after)
	}
	s.writing.Unlock()
	if err == nil && !equalBooks(before, after) {
		s.Changed.Emit(struct{}{})
	}
	return err
}

// readLocked reads the file. The caller holds s.writing.
func (s *Store) readLocked() (book, error) {
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

// equalBooks reports whether a and b have the same notes.
func equalBooks(a, b book) bool {
	return maps.EqualFunc(a, b, func(a, b []entry) bool {
		return slices.EqualFunc(a, b, func(a, b entry) bool { return a.ref() == b.ref() && a.Equal(b.Note) })
	})
}

func all(*entry) bool { return true }

// Of returns the note about a key. It does not block.
func (s *Store) Of(ref keys.Ref) Note {
	if e := s.now.Load().find(ref); e != nil {
		return e.Note
	}
	return Note{}
}

// Noted returns a function for keys.Arrange that returns the label and the searchable text of a key, or nil if there are
// no notes. user is the owner of keys that state none. Noted does not block.
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

// Count returns how many notes Forget would remove.
func (s *Store) Count(base, user string) int {
	b := *s.now.Load()
	return len(b.filter(b.owned(base, user)))
}

// CountAt returns how many keys at the server of base have a note, whichever user they belong to.
func (s *Store) CountAt(base string) int {
	return len(s.now.Load().filter(func(e *entry) bool { return route.SameServer(e.Base, base) }))
}

// Change replaces the note about a key, first on disk and then in memory. An empty note is removed.
//
// seen is the note that the user saw while editing. Changes that another process made since then are kept. If it changed
// the same field as the user, Change returns ErrChanged, and Of then returns the other process's note. The other errors
// are a *LimitError and those of Load; nothing has changed then.
func (s *Store) Change(ref keys.Ref, seen, note Note) error {
	seen, note = seen.Clean(), note.Clean()
	if err := note.Check(); err != nil {
		return err
	}
	var clash error
	err := s.edit(func(b book) []entry {
		var current Note
		if e := b.find(ref); e != nil {
			current = e.Note
		}
		merged, ok := merge(seen, note, current)
		if !ok {
			clash = ErrChanged
			return b.filter(all)
		}
		return b.with(ref, merged)
	})
	return errors.Join(err, clash)
}

// Forget removes the notes about the keys of a user at the server of base. It keeps notes that may belong to another
// user; if user is "", these include all notes that have a user. It first waits for the announced changes, because they
// would otherwise add notes after it.
func (s *Store) Forget(base, user string) error {
	s.announced.wait()
	return s.edit(func(b book) []entry {
		owned := b.owned(base, user)
		return b.filter(func(e *entry) bool { return !owned(e) })
	})
}

// edit applies change to the notes in the file, writes the result, and makes it the notes in memory.
func (s *Store) edit(change func(book) []entry) error {
	return s.update(func() (book, error) {
		if s.file.Path == "" {
			return bookOf(change(*s.now.Load())), nil
		}
		if err := s.file.MakeDir(); err != nil {
			return nil, err // the lock needs the directory
		}
		release, err := s.file.Lock().Take(context.Background(), lockLimit)
		if err != nil {
			return nil, err
		}
		defer release()
		b, err := s.readLocked()
		if errors.Is(err, ErrDamaged) {
			b, err = *s.now.Load(), nil // the notes in memory are the best that is left
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
