package demo

import (
	"slices"
	"sync"
	"time"

	"accesskeys/client"
)

// store holds the keys.
type store struct {
	mu      sync.Mutex
	records []*record
	byID    map[string]*record
	signIn  client.Credentials
}

func newStore(records []*record) *store {
	s := &store{records: records, byID: make(map[string]*record, len(records))}
	for _, r := range records {
		s.byID[r.key.ID] = r
	}
	first := slices.IndexFunc(records, func(r *record) bool { return r.key.State == client.StateEnabled })
	s.signIn = client.Credentials{KeyID: records[first].key.ID, Secret: records[first].secret}
	return s
}

func (s *store) credentials() client.Credentials { return s.signIn }

// keys returns the listed keys with their state at the time now.
func (s *store) keys(now time.Time) []client.AccessKey {
	s.mu.Lock()
	defer s.mu.Unlock()
	keys := []client.AccessKey{}
	for _, r := range s.records {
		if !r.hidden {
			k := r.key
			k.State = r.stateAt(now)
			keys = append(keys, k)
		}
	}
	return keys
}

// list returns the listed keys as the API does.
func (s *store) list(now time.Time) []wireKey {
	s.mu.Lock()
	defer s.mu.Unlock()
	keys := []wireKey{}
	for _, r := range s.records {
		if !r.hidden {
			keys = append(keys, r.wire(now))
		}
	}
	return keys
}

// get returns a key as the API does, or false if there is none.
func (s *store) get(id string, now time.Time) (wireKey, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, ok := s.byID[id]
	if !ok || r.hidden {
		return wireKey{}, false
	}
	return r.wire(now), true
}

func (s *store) secretOf(id string) client.Secret {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r, ok := s.byID[id]; ok {
		return r.secret
	}
	return client.Secret{}
}

func (s *store) setValidUntil(id string, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r, ok := s.byID[id]; ok {
		r.key.ValidUntil = at.UTC()
	}
}

// signing returns the secret and the state of a key, against which a token is checked, or false if there is no such key.
func (s *store) signing(id string, now time.Time) (client.Secret, client.State, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, ok := s.byID[id]
	if !ok {
		return client.Secret{}, "", false
	}
	return r.secret, r.stateAt(now), true
}

// create adds a new key at the end.
func (s *store) create(now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	number := s.records[len(s.records)-1].number + 1
	r := newRecord(number, now.UTC().Truncate(time.Second))
	r.key.UserID = s.records[0].key.UserID
	s.records = append(s.records, r)
	s.byID[r.key.ID] = r
}

// outcome is how a change of a key ended.
type outcome int

const (
	changed outcome = iota
	unknown         // no such key
	refused         // its state does not allow it
)

// change moves a key to another state. A deleted key stays as it is, and an expired one can only be
// deleted.
func (s *store) change(id string, to client.State, now time.Time) (outcome, client.State) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, ok := s.byID[id]
	if !ok || r.hidden {
		return unknown, ""
	}
	now = now.UTC().Truncate(time.Second)
	from := r.stateAt(now)
	switch {
	case from == client.StateDeleted:
		return refused, from
	case from == client.StateExpired && to != client.StateDeleted:
		return refused, from
	case from == to:
		return changed, from
	}
	r.key.State, r.key.UpdatedAt = to, now
	if to == client.StateDeleted {
		r.key.DeletedAt = now
	}
	return changed, from
}
