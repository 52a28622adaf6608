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
	pendingVersion = 1                  // of the layout; a file of a later one counts as none
	pendingAge     = 7 * 24 * time.Hour // what is older is no news any more
)

// pendingOutcomes is what is not known of changes, by the entry of their sign-in in the keyring. It is on disk while it is
// not known, so that the next start can tell what became of it. Each process has a file of its own, which is locked for as
// long as it lives: what it is asking is not another's to tell.
type pendingOutcomes struct {
	path string // of the first process's file; "" keeps in memory only
	log  *slog.Logger
	now  func() time.Time

	mu      sync.Mutex
	read    bool
	file    store.File // this process's; without a Path there is none so far, or none was left
	release func()     // gives it up
	of      map[string]pendingSignIn
	latest  map[string]*Session // whose it is now
}

// pendingSignIn is what is not known since a time.
type pendingSignIn struct {
	At time.Time `json:"at"`
	keys.PendingOutcomes
}

// pendingFile is what a file holds.
type pendingFile struct {
	Version int                      `json:"version"`
	SignIns map[string]pendingSignIn `json:"signIns"`
}

func newPendingOutcomes(path string, log *slog.Logger, now func() time.Time) *pendingOutcomes {
	return &pendingOutcomes{path: path, log: log, now: now, of: map[string]pendingSignIn{}, latest: map[string]*Session{}}
}

// adopt has a session tell what became of what an earlier one of the same sign-in did not know, and keep what it does not.
func (p *pendingOutcomes) adopt(s *Session) {
	p.mu.Lock()
	if !p.read && p.path != "" {
		p.takeOver()
	}
	p.read = true
	name := s.saved().Account()
	before := p.of[name]
	p.latest[name] = s
	p.mu.Unlock()
	keys.AdoptPending(s.keys, before.PendingOutcomes, func(now keys.PendingOutcomes) { p.keep(s, now) })
}

// keep keeps what a session does not know. One that was left, or has made way for another of the same sign-in, has nothing to say.
func (p *pendingOutcomes) keep(s *Session, what keys.PendingOutcomes) {
	p.mu.Lock()
	defer p.mu.Unlock()
	name := s.saved().Account()
	before, had := p.of[name]
	none := len(what.Changes) == 0 && what.Creates == nil
	if p.latest[name] != s || s.hasLeft() || none && !had {
		return
	}
	delete(p.of, name)
	if !none {
		if !had {
			before.At = p.now().UTC()
		}
		p.of[name] = pendingSignIn{At: before.At, PendingOutcomes: what}
	}
	p.write()
}

// forget forgets what is not known of a sign-in.
func (p *pendingOutcomes) forget(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.latest, name)
	if _, had := p.of[name]; had {
		delete(p.of, name)
		p.write()
	}
}

// write brings the file up to date. No change fails for that.
func (p *pendingOutcomes) write() {
	if len(p.of) > 0 && p.file.Path == "" && p.path != "" {
		p.claim(func(store.File) bool { return p.file.Path == "" })
	}
	var err error
	switch {
	case p.file.Path == "":
	case len(p.of) == 0:
		err = p.file.Remove()
	default:
		err = p.file.Write(pendingFile{pendingVersion, p.of})
	}
	if err != nil {
		p.log.Warn("what is not known of changes could not be kept", "error", err)
	}
}

// takeOver takes over what processes have left that have ended.
func (p *pendingOutcomes) takeOver() {
	p.claim(store.File.Exists)
	p.write()
}

// claim reads those files that are wanted and no living process has. The first of them is this process's from now on.
func (p *pendingOutcomes) claim(wanted func(store.File) bool) {
	for i := range store.PendingFiles {
		f := store.File{Path: p.path, Log: p.log, Compact: true, Brief: true}
		if i > 0 {
			f.Path = store.PendingFileOf(p.path, i+1)
		}
		if !wanted(f) {
			continue
		}
		release, err := claimed(f)
		if err != nil {
			p.log.Debug("not this process's file", "error", err)
			continue
		}
		p.learn(f)
		if p.file.Path == "" {
			p.file, p.release = f, release
			continue
		}
		if err := f.Remove(); err != nil {
			p.log.Warn("what is not known of changes could not be removed", "error", err)
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
func (p *pendingOutcomes) learn(f store.File) {
	var left pendingFile
	if _, err := f.Read(&left); err != nil || left.Version > pendingVersion {
		p.log.Warn("what was not known of changes could not be read", "file", f.Path, "version", left.Version, "error", err)
		return
	}
	for name, o := range left.SignIns {
		if p.now().Sub(o.At).Abs() <= pendingAge && o.valid() {
			p.of[name] = o.and(p.of[name])
		}
	}
}

// and adds what another process did not know of the same sign-in.
func (o pendingSignIn) and(other pendingSignIn) pendingSignIn {
	all := maps.Clone(other.Changes)
	if all == nil {
		all = map[string]keys.Operation{}
	}
	maps.Copy(all, o.Changes)
	o.Changes, o.Creates = all, cmp.Or(o.Creates, other.Creates)
	return o
}

// valid reports whether it makes sense: the file may have been edited.
func (o pendingSignIn) valid() bool {
	for _, op := range o.Changes {
		if op != keys.OpEnable && op != keys.OpDisable && op != keys.OpDelete {
			return false
		}
	}
	return o.Creates == nil || o.Creates.Count > 0
}

// close gives the file up, with what is in it.
func (p *pendingOutcomes) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.release != nil {
		p.release()
	}
	p.path, p.file, p.release = "", store.File{}, nil
}

// hand has a session that takes another's place know what that one does not.
func (p *pendingOutcomes) hand(s, next *Session) {
	keys.AdoptPending(next.keys, keys.PendingOf(s.keys), func(now keys.PendingOutcomes) { p.keep(next, now) })
	p.forget(s.saved().Account())
}
