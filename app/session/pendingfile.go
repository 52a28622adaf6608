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
	pendingAge     = 7 * 24 * time.Hour // older outcomes are no longer of interest
)

// pendingOutcomes is the pending outcomes of all sign-ins, by the sign-in's account in the keyring. They are on disk until
// they are resolved, so that the next start can resolve them. Each process has its own file, which it locks as long as it
// runs, so that no other process resolves its outcomes.
type pendingOutcomes struct {
	path string // of the first process's file; "" means in memory only
	log  *slog.Logger
	now  func() time.Time

	mu      sync.Mutex
	read    bool
	file    store.File // this process's; has no Path if there is none
	release func()     // unlocks file
	of      map[string]pendingSignIn
	latest  map[string]*Session // the newest session of the sign-in
	others  []store.File        // those of other processes that are running, until the first list
}

// pendingSignIn is the pending outcomes of a sign-in, and since when there are any.
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

// adopt makes a session resolve the pending outcomes of an earlier session of the same sign-in, and save its own.
func (p *pendingOutcomes) adopt(s *Session) {
	p.mu.Lock()
	if !p.read && p.path != "" {
		p.takeOver()
	}
	p.read = true
	p.latest[s.saved().Account()] = s
	p.mu.Unlock()
	p.resolve(s)
}

// resolve makes a session resolve the pending outcomes of its sign-in.
func (p *pendingOutcomes) resolve(s *Session) {
	p.mu.Lock()
	before := p.of[s.saved().Account()]
	p.mu.Unlock()
	keys.AdoptPending(s.keys, before.PendingOutcomes, func(now keys.PendingOutcomes) { p.save(s, now) })
}

// save saves the pending outcomes of a session, also one that was left. It does nothing if there is a newer one of the
// same sign-in.
func (p *pendingOutcomes) save(s *Session, what keys.PendingOutcomes) {
	p.mu.Lock()
	defer p.mu.Unlock()
	name := s.saved().Account()
	before, had := p.of[name]
	none := len(what.Changes) == 0 && what.Creates == nil
	if p.latest[name] != s || none && !had {
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

// forget removes the pending outcomes of a sign-in.
func (p *pendingOutcomes) forget(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.latest, name)
	if _, had := p.of[name]; had {
		delete(p.of, name)
		p.write()
	}
}

// write writes the file. An error is only logged: no change of a key fails because of it.
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

// takeOver takes over the pending outcomes of processes that have ended.
func (p *pendingOutcomes) takeOver() {
	p.others = p.claim(store.File.Exists)
	p.write()
}

// claim reads the files for which wanted returns true and that no running process has locked. The first of them becomes
// this process's file if it has none, and the others are removed. It returns those that are locked.
func (p *pendingOutcomes) claim(wanted func(store.File) bool) (locked []store.File) {
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
			locked = append(locked, f)
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
	return locked
}

// claimed locks a file for as long as the process runs.
func claimed(f store.File) (release func(), err error) {
	if err := f.MakeDir(); err != nil {
		return nil, err
	}
	return f.Lock().Try() // without waiting: if it is locked, its process is running
}

// learn reads the file of a process that has ended.
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

// and returns o with the pending outcomes that another process had of the same sign-in.
func (o pendingSignIn) and(other pendingSignIn) pendingSignIn {
	all := maps.Clone(other.Changes)
	if all == nil {
		all = map[string]keys.Operation{}
	}
	maps.Copy(all, o.Changes)
	o.Changes, o.Creates = all, cmp.Or(o.Creates, other.Creates)
	return o
}

// valid reports whether o makes sense, since the file may have been edited.
func (o pendingSignIn) valid() bool {
	for _, op := range o.Changes {
		if op != keys.OpEnable && op != keys.OpDisable && op != keys.OpDelete {
			return false
		}
	}
	return o.Creates == nil || o.Creates.Count > 0
}

// close unlocks the file for other processes to take over.
func (p *pendingOutcomes) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.release != nil {
		p.release()
	}
	p.path, p.file, p.release = "", store.File{}, nil
}

// hand passes the pending outcomes of a session on to the one that replaces it.
func (p *pendingOutcomes) hand(s, next *Session) {
	keys.AdoptPending(next.keys, keys.PendingOf(s.keys), func(now keys.PendingOutcomes) { p.save(next, now) })
	p.forget(s.saved().Account())
}
