package apptest

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"accesskeys/app/keyring"
)

// System is a keyring.System that does as it is told.
type System struct {
	mu      sync.Mutex
	Entries map[string]string
	calls   []string
	running int

	FailReach error
	Fail      map[string]error         // by call
	Hold      map[string]chan struct{} // the call waits here before it does anything
	Forget    bool                     // Set and Delete do nothing
	Alter     bool                     // Get answers something else
	Panics    bool
}

// NewSystem returns an empty keyring.
func NewSystem() *System {
	return &System{Entries: map[string]string{}, Fail: map[string]error{}, Hold: map[string]chan struct{}{}}
}

func (s *System) call(name string, act func()) error {
	s.mu.Lock()
	s.calls = append(s.calls, name)
	if s.running++; s.running > 1 {
		panic("two calls at once")
	}
	gate := s.Hold[name]
	delete(s.Hold, name)
	s.mu.Unlock()
	if gate != nil {
		<-gate
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.running--
	if s.Panics {
		panic("send on closed channel")
	}
	if err := s.Fail[name]; err != nil {
		return err
	}
	act()
	return nil
}

func (s *System) Reach() error { return s.FailReach }
func (s *System) Accounts(service string) (accounts []string, err error) {
	err = s.call("list", func() {
		for name := range s.Entries {
			if account, ok := strings.CutPrefix(name, service+"/"); ok {
				accounts = append(accounts, account)
			}
		}
	})
	return accounts, err
}

func (s *System) Probe() error { return s.call("probe", func() {}) }

func (s *System) Unlocked() error { return s.call("unlocked", func() {}) }

func (s *System) Get(service, account string) (string, error) { return s.read("get", service, account) }

func (s *System) Peek(service, account string) (string, error) {
	return s.read("peek", service, account)
}

func (s *System) read(call, service, account string) (value string, err error) {
	failed := s.call(call, func() {
		var ok bool
		if value, ok = s.Entries[service+"/"+account]; !ok {
			err = keyring.ErrNotStored
		} else if s.Alter {
			value += "?"
		}
	})
	return value, errors.Join(failed, err)
}

func (s *System) Set(service, account, secret string) error {
	return s.call("set", func() {
		if !s.Forget {
			s.Entries[service+"/"+account] = secret
		}
	})
}

func (s *System) Delete(service, account string) (err error) {
	failed := s.call("delete", func() {
		if _, ok := s.Entries[service+"/"+account]; !ok {
			err = keyring.ErrNotStored
		} else if !s.Forget {
			delete(s.Entries, service+"/"+account)
		}
	})
	return errors.Join(failed, err)
}

// Called is the calls that were made, in their order.
func (s *System) Called() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.calls)
}

// Stored is how many entries there are.
func (s *System) Stored() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.Entries)
}
