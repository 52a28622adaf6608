package app

import (
	"errors"
	"slices"
	"strings"
	"sync"
)

// scripted is an osKeyring that does as it is told.
type scripted struct {
	mu      sync.Mutex
	entries map[string]string
	calls   []string
	running int

	reach  error
	fail   map[string]error         // by call
	hold   map[string]chan struct{} // the call waits here before it does anything
	forget bool                     // Set and Delete do nothing
	alter  bool                     // Get answers something else
	panics bool
}

func newScripted() *scripted {
	return &scripted{entries: map[string]string{}, fail: map[string]error{}, hold: map[string]chan struct{}{}}
}

func (s *scripted) call(name string, act func()) error {
	s.mu.Lock()
	s.calls = append(s.calls, name)
	if s.running++; s.running > 1 {
		panic("two calls at once")
	}
	gate := s.hold[name]
	delete(s.hold, name)
	s.mu.Unlock()
	if gate != nil {
		<-gate
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.running--
	if s.panics {
		panic("send on closed channel")
	}
	if err := s.fail[name]; err != nil {
		return err
	}
	act()
	return nil
}

func (s *scripted) Reach() error { return s.reach }
func (s *scripted) Accounts(service string) (accounts []string, err error) {
	err = s.call("list", func() {
		for name := range s.entries {
			if account, ok := strings.CutPrefix(name, service+"/"); ok {
				accounts = append(accounts, account)
			}
		}
	})
	return accounts, err
}

func (s *scripted) Probe() error { return s.call("probe", func() {}) }

func (s *scripted) Get(service, account string) (value string, err error) {
	failed := s.call("get", func() {
		var ok bool
		if value, ok = s.entries[service+"/"+account]; !ok {
			err = ErrNotStored
		} else if s.alter {
			value += "?"
		}
	})
	return value, errors.Join(failed, err)
}

func (s *scripted) Set(service, account, secret string) error {
	return s.call("set", func() {
		if !s.forget {
			s.entries[service+"/"+account] = secret
		}
	})
}

func (s *scripted) Delete(service, account string) (err error) {
	failed := s.call("delete", func() {
		if _, ok := s.entries[service+"/"+account]; !ok {
			err = ErrNotStored
		} else if !s.forget {
			delete(s.entries, service+"/"+account)
		}
	})
	return errors.Join(failed, err)
}

func (s *scripted) called() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.calls)
}

func (s *scripted) stored() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.entries)
}
