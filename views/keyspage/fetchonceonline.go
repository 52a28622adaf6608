package keyspage

import (
	"errors"
	"slices"
	"time"

	"accesskeys/app/history"
	"accesskeys/app/keys"
)

// fetchAgainTime is how long a user waits for a secret that could not be fetched offline. Later, it would come as a surprise.
const fetchAgainTime = 5 * time.Second

// missed is a secret that could not be fetched offline, and what it was wanted for.
type missed struct {
	uses []secretUse
	stop func() // stops the timer that ends waiting for it
}

// missOffline notes for a moment what a secret was wanted for, if it could not be fetched because the server is away.
func (s *secretActions) missOffline(id string, uses []secretUse, err error) {
	if errors.Is(err, keys.ErrNotKept) || keys.Offline(err) {
		s.forgetMissed(id)
		s.missed[id] = &missed{uses, s.tasks.After(fetchAgainTime, func() { s.forgetMissed(id) })}
	}
}

func (s *secretActions) forgetMissed(id string) {
	if m := s.missed[id]; m != nil {
		m.stop()
		delete(s.missed, id)
	}
}

// online fetches the secrets that the user has just wanted, now that the server is reachable again.
func (s *secretActions) online() {
	for id, m := range s.missed {
		s.forgetMissed(id)
		for _, use := range m.uses {
			s.withSecret(id, use)
		}
	}
}

// dropMissed drops what is missed for one kind of use.
func (s *secretActions) dropMissed(a history.Action) {
	for _, m := range s.missed {
		m.uses = slices.DeleteFunc(m.uses, func(use secretUse) bool { return use.action == a })
	}
}
