package keyspage

import (
	"errors"
	"slices"
	"time"

	"accesskeys/app/history"
	"accesskeys/app/keys"
)

// fetchAgainTime is how long after the press a secret that could not be fetched offline is still its result. Later, it would be
// shown, or take the place of what the user has copied meanwhile, without a press.
const fetchAgainTime = time.Second

// missed is a secret that could not be fetched offline, and for a moment what it was wanted for.
type missed struct {
	uses []secretUse
	stop func() // stops the timer that drops the uses
}

// missOffline notes what a secret was wanted for, if it could not be fetched because the server is away.
func (s *secretActions) missOffline(id string, uses []secretUse, err error) {
	if errors.Is(err, keys.ErrNotKept) || keys.Offline(err) {
		s.forgetMissed(id)
		m := &missed{uses: uses}
		m.stop = s.tasks.After(fetchAgainTime, func() { m.uses = nil })
		s.missed[id] = m
	}
}

func (s *secretActions) forgetMissed(id string) {
	if m := s.missed[id]; m != nil {
		m.stop()
		delete(s.missed, id)
	}
}

// online fetches the secrets that the user has just wanted, now that the server is reachable again, and takes back what was
// said of those that were wanted before.
func (s *secretActions) online() {
	for id, m := range s.missed {
		s.forgetMissed(id)
		s.about(keys.OpReveal, id).WithdrawFailure()
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
