package rotation

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"sync"
	"time"

	"accesskeys/app/broadcast"
	"accesskeys/app/keys"
	"accesskeys/app/store"
)

const (
	fileVersion = 1               // of the layout; a file with a later one is not read and not written
	patience    = 3 * time.Second // how long another process may hold the lock
)

var (
	// ErrOpen means that a key is part of a replacement already.
	ErrOpen = errors.New("the key is being replaced already, or replaces another")
	// ErrElsewhere means that the replacement has gone on or ended in another window.
	ErrElsewhere = errors.New("the replacement has changed elsewhere")
	// ErrNewer means that a later version of the program has written the file, so that it is not changed.
	ErrNewer = errors.New("the replacements are of a later version")
)

// File is the open replacements of all servers and users, in memory and on disk. It is safe for concurrent use. Other
// processes write the file too, so each change begins by reading it.
type File struct {
	Changed broadcast.Signal[struct{}]

	disk disk

	writing sync.Mutex // held while the disk is read and written
	damaged bool       // the file was damaged when last read; guarded by writing
	mu      sync.Mutex // guards all; never held while the disk is used
	all     []Replacement
}

// disk is where replacements are stored.
type disk interface {
	Read(v any) (bool, error)
	Write(v any) error
	Take(ctx context.Context) (release func(), err error)
}

// Open reads the replacements at path. If path is empty, they are in memory only. If the file cannot be read, that is
// logged, and there are none.
func Open(path string, log *slog.Logger) *File {
	f := &File{disk: &inMemory{}}
	if path != "" {
		f.disk = onDisk{store.File{Path: path, Log: log, Corrupt: func() { f.damaged = true }}}
	}
	all, _, err := f.read()
	if err != nil {
		log.Warn("replacements could not be read", "error", err)
	}
	f.all = all
	return f
}

// Of returns the open replacement that has the key as its old or new one. It does not wait for the disk.
func (f *File) Of(ref keys.Ref) (Replacement, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if i := index(f.all, ref); i >= 0 {
		return f.all[i].clone(), true
	}
	return Replacement{}, false
}

// Reread reads what other processes have written.
func (f *File) Reread(ctx context.Context) error {
	return f.change(ctx, func(all []Replacement) ([]Replacement, error) { return all, nil })
}

// add adds a replacement.
func (f *File) add(ctx context.Context, r Replacement) error {
	return f.change(ctx, func(all []Replacement) ([]Replacement, error) {
		if index(all, r.ref(r.Old)) >= 0 || r.New != "" && index(all, r.ref(r.New)) >= 0 {
			return nil, ErrOpen
		}
		return append(all, r), nil
	})
}

// update changes a replacement. The error is ErrElsewhere if it is not as seen any more.
func (f *File) update(ctx context.Context, seen Replacement, apply func(*Replacement)) error {
	return f.change(ctx, func(all []Replacement) ([]Replacement, error) {
		i := index(all, seen.ref(seen.Old))
		if i < 0 || !same(&all[i], &seen) {
			return nil, ErrElsewhere
		}
		apply(&all[i])
		if id := all[i].New; id != seen.New && taken(all, i, all[i].ref(id)) {
			return nil, ErrOpen
		}
		return all, nil
	})
}

// remove removes a replacement. It succeeds if another process has removed it.
func (f *File) remove(ctx context.Context, r Replacement) error {
	return f.change(ctx, func(all []Replacement) ([]Replacement, error) {
		return slices.DeleteFunc(all, func(o Replacement) bool { return o.Began.Equal(r.Began) && o.Old == r.Old && o.of(r.ref(r.Old)) }), nil
	})
}

// takeBack removes a replacement that has just begun, unless it has gone on since. It reports whether it did.
func (f *File) takeBack(ctx context.Context, begun Replacement) (done bool) {
	err := f.change(ctx, func(all []Replacement) ([]Replacement, error) {
		i := index(all, begun.ref(begun.Old))
		if done = i >= 0 && same(&all[i], &begun) && all[i].Asked == begun.Asked; done {
			all = slices.Delete(all, i, i+1)
		}
		return all, nil
	})
	return done && err == nil
}

// change reads the file, applies a change, writes the file, and emits Changed if there is anything new.
func (f *File) change(ctx context.Context, apply func([]Replacement) ([]Replacement, error)) error {
	news, err := f.write(ctx, apply)
	if news {
		f.Changed.Emit(struct{}{})
	}
	if err != nil && !errors.Is(err, ErrOpen) && !errors.Is(err, ErrElsewhere) {
		return fmt.Errorf("write replacements: %w", err)
	}
	return err
}

// write is change without the signal.
func (f *File) write(ctx context.Context, apply func([]Replacement) ([]Replacement, error)) (news bool, err error) {
	f.writing.Lock()
	defer f.writing.Unlock()
	release, err := f.disk.Take(ctx)
	if err != nil {
		return false, err
	}
	defer release()
	f.damaged = false
	before, odd, err := f.read()
	if err != nil {
		return false, err
	}
	damaged := f.damaged
	if damaged {
		before = f.shown() // what was read last is better than nothing
	}
	next, err := apply(cloned(before))
	if err != nil {
		return f.show(before), err
	}
	if damaged || !reflect.DeepEqual(before, next) {
		if err := f.save(next, odd); err != nil {
			return f.show(before), err
		}
	}
	return f.show(next), nil
}

// shown returns what was last read or written.
func (f *File) shown() []Replacement {
	f.mu.Lock()
	defer f.mu.Unlock()
	return cloned(f.all)
}

// show sets what Of returns, and reports whether that is new.
func (f *File) show(all []Replacement) (news bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	news = len(all)+len(f.all) > 0 && !reflect.DeepEqual(all, f.all)
	f.all = all
	return news
}

// index returns the place of the replacement that has the key as its old or new one, or -1.
func index(all []Replacement, ref keys.Ref) int {
	exact := func(r Replacement) bool { return r.Base == ref.Base && r.User == ref.User && r.of(ref) }
	if i := slices.IndexFunc(all, exact); i >= 0 {
		return i
	}
	return slices.IndexFunc(all, func(r Replacement) bool { return r.of(ref) })
}

// taken reports whether the key is part of a replacement other than all[at].
func taken(all []Replacement, at int, ref keys.Ref) bool {
	for i := range all {
		if i != at && all[i].of(ref) {
			return true
		}
	}
	return false
}

// same reports whether two replacements agree in all that decides what to do next.
func same(a, b *Replacement) bool {
	return a.Began.Equal(b.Began) && a.Old == b.Old && a.New == b.New && a.Order == b.Order && a.Step == b.Step &&
		(a.Creating == nil) == (b.Creating == nil)
}

func cloned(all []Replacement) []Replacement {
	out := make([]Replacement, len(all))
	for i := range all {
		out[i] = all[i].clone()
	}
	return out
}

// content is what the file holds.
type content struct {
	Version      int               `json:"version"`
	Replacements []json.RawMessage `json:"replacements"`
}

// read returns the replacements on disk, and those that make no sense to this version but may to another.
func (f *File) read() (all []Replacement, odd []json.RawMessage, err error) {
	var k content
	found, err := f.disk.Read(&k)
	switch {
	case err != nil || !found:
		return nil, nil, err
	case k.Version > fileVersion:
		return nil, nil, ErrNewer
	}
	for _, raw := range k.Replacements {
		var r Replacement
		if json.Unmarshal(raw, &r) == nil && r.valid() {
			all = append(all, r)
		} else {
			odd = append(odd, raw)
		}
	}
	return all, odd, nil
}

// save writes replacements, and the odd ones that read returned.
func (f *File) save(all []Replacement, odd []json.RawMessage) error {
	k := content{Version: fileVersion, Replacements: []json.RawMessage{}}
	for i := range all {
		raw, err := json.Marshal(&all[i])
		if err != nil {
			return err
		}
		k.Replacements = append(k.Replacements, raw)
	}
	k.Replacements = append(k.Replacements, odd...)
	return f.disk.Write(k)
}

// onDisk is a disk that is a file.
type onDisk struct{ store.File }

// Take locks the file against other processes.
func (s onDisk) Take(ctx context.Context) (release func(), err error) {
	if err := s.MakeDir(); err != nil {
		return nil, err // or else there would be no place for the lock
	}
	return s.Lock().Take(ctx, patience)
}

// inMemory is a disk that is lost with the process.
type inMemory struct{ content []byte }

func (m *inMemory) Read(v any) (bool, error) {
	if m.content == nil {
		return false, nil
	}
	return true, json.Unmarshal(m.content, v)
}

func (m *inMemory) Write(v any) (err error) {
	m.content, err = json.Marshal(v)
	return err
}

func (m *inMemory) Take(context.Context) (release func(), err error) { return func() {}, nil }
