package session

import (
	"cmp"
	"log/slog"
	"maps"
	"sync"
	"time"

	"accesskeys/app/keys"
	"accesskeys/app/store"
)

const (
	unsettledVersion = 1                  // of the layout; a file of a later one counts as none
	unsettledAge     = 7 * 24 * time.Hour // what is older is no news any more
)

// unsettled is what is not known of changes, by the entry of their sign-in in the keyring. It is on disk while it is not
// known, so that the next start can tell what became of it. Each process has a file of its own, which is locked for as long
// as it lives: what it is asking is not another's to tell.
type unsettled struct {
	path string // of the first process's file; "" keeps in memory only
	log  *slog.Logger
	now  func() time.Time

	mu      sync.Mutex
	read    bool
	file    store.File // this process's; without a Path there is none so far, or none was left
	release func()     // gives it up
	of      map[string]unsettledOf
	latest  map[string]*Session // whose it is now
}

// unsettledOf is what is not known since a time.
type unsettledOf struct {
	At time.Time `json:"at"`
	keys.Unsettled
}

// unsettledFile is what a file holds.
type unsettledFile struct {
	Version int                    `json:"version"`
	SignIns map[string]unsettledOf `json:"signIns"`
}

func newUnsettled(path string, log *slog.Logger, now func() time.Time) *unsettled {
	return &unsettled{path: path, log: log, now: now, of: map[string]unsettledOf{}, latest: map[string]*Session{}}
}

// adopt has a session tell what became of what an earlier one of the same sign-in did not know, and keep what it does not.
func (u *unsettled) adopt(s *Session) {
	u.mu.Lock()
	if !u.read && u.path != "" {
		u.takeOver()
	}
	u.read = true
	name := s.saved().Account()
	before := u.of[name]
	u.latest[name] = s
	u.mu.Unlock()
	keys.Adopt(s.keys, before.Unsettled, func(now keys.Unsettled) { u.keep(s, now) })
}

// keep keeps what a session does not know. One that was left, or has made way for another of the same sign-in, has nothing to say.
func (u *unsettled) keep(s *Session, what keys.Unsettled) {
	u.mu.Lock()
	defer u.mu.Unlock()
	name := s.saved().Account()
	before, had := u.of[name]
	none := len(what.Changes) == 0 && what.Creates == nil
	if u.latest[name] != s || s.hasLeft() || none && !had {
		return
	}
	delete(u.of, name)
	if !none {
		if !had {
			before.At = u.now().UTC()
		}
		u.of[name] = unsettledOf{At: before.At, Unsettled: what}
	}
	u.write()
}

// forget forgets what is not known of a sign-in.
func (u *unsettled) forget(name string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	delete(u.latest, name)
	if _, had := u.of[name]; had {
		delete(u.of, name)
		u.write()
	}
}

// write brings the file up to date. No change fails for that.
func (u *unsettled) write() {
	if len(u.of) > 0 && u.file.Path == "" && u.path != "" {
		u.claim(func(store.File) bool { return u.file.Path == "" })
	}
	var err error
	switch {
	case u.file.Path == "":
	case len(u.of) == 0:
		err = u.file.Remove()
	default:
		err = u.file.Write(unsettledFile{unsettledVersion, u.of})
	}
	if err != nil {
		u.log.Warn("what is not known of changes could not be kept", "error", err)
	}
}

// takeOver takes over what processes have left that have ended.
func (u *unsettled) takeOver() {
	u.claim(store.File.Exists)
	u.write()
}

// claim reads those files that are wanted and no living process has. The first of them is this process's from now on.
func (u *unsettled) claim(wanted func(store.File) bool) {
	for i := range store.PendingFiles {
		f := store.File{Path: u.path, Log: u.log, Compact: true, Brief: true}
		if i > 0 {
			f.Path = store.PendingFileOf(u.path, i+1)
		}
		if !wanted(f) {
			continue
		}
		release, err := claimed(f)
		if err != nil {
			u.log.Debug("not this process's file", "error", err)
			continue
		}
		u.learn(f)
		if u.file.Path == "" {
			u.file, u.release = f, release
			continue
		}
		if err := f.Remove(); err != nil {
			u.log.Warn("what is not known of changes could not be removed", "error", err)
		}
		release()
	}
}

func claimed(f store.File) (release func(), err error) {
	if err := f.MakeDir(); err != nil {
		return nil, err
	}
	return f.Lock().Try() // it is free at once, or its process lives
}

// learn reads what a process has left that has ended.
func (u *unsettled) learn(f store.File) {
	var left unsettledFile
	if _, err := f.Read(&left); err != nil || left.Version > unsettledVersion {
		u.log.Warn("what was not known of changes could not be read", "file", f.Path, "version", left.Version, "error", err)
		return
	}
	for name, o := range left.SignIns {
		if u.now().Sub(o.At).Abs() <= unsettledAge && o.valid() {
			u.of[name] = o.and(u.of[name])
		}
	}
}

// and adds what another process did not know of the same sign-in.
func (o unsettledOf) and(other unsettledOf) unsettledOf {
	all := maps.Clone(other.Changes)
	if all == nil {
		all = map[string]keys.Operation{}
	}
	maps.Copy(all, o.Changes)
	o.Changes, o.Creates = all, cmp.Or(o.Creates, other.Creates)
	return o
}

// valid reports whether it makes sense: the file may have been edited.
func (o unsettledOf) valid() bool {
	for _, op := range o.Changes {
		if op != keys.OpEnable && op != keys.OpDisable && op != keys.OpDelete {
			return false
		}
	}
	return o.Creates == nil || o.Creates.Count > 0
}

// close gives the file up, with what is in it.
func (u *unsettled) close() {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.release != nil {
		u.release()
	}
	u.path, u.file, u.release = "", store.File{}, nil
}

// hand has a session that takes another's place know what that one does not.
func (u *unsettled) hand(s, next *Session) {
	keys.Adopt(next.keys, keys.UnsettledOf(s.keys), func(now keys.Unsettled) { u.keep(next, now) })
	u.forget(s.saved().Account())
}
