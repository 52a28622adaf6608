package rotation

import (
	"accesskeys/app/keys"
	"accesskeys/client"
)

// Halt is why a replacement cannot go on; "" means that it can.
type Halt string

// The halts.
const (
	HaltUnread     Halt = "unread" // the list is partial and lacks a key, or the server's data on a key is not understood
	HaltOldGone    Halt = "old-gone"
	HaltOldExpired Halt = "old-expired"
	HaltOldOn      Halt = "old-on" // somebody enabled the old key
	HaltNewGone    Halt = "new-gone"
	HaltNewExpired Halt = "new-expired"
	HaltNewOff     Halt = "new-off" // somebody disabled the new key
)

// Halt returns why the replacement cannot go on. One that is only planned is not halted.
func (s *State) Halt() Halt {
	switch old := s.haltOf(s.OldKey); {
	case s.Complete(), s.Began.IsZero():
		return ""
	case old == HaltUnread, old != "" && s.New != "" && s.haltOf(s.NewKey) == HaltUnread:
		return HaltUnread
	case old == HaltNewGone:
		return HaltOldGone
	case old == HaltNewExpired:
		return HaltOldExpired
	}
	if s.New == "" {
		return s.oldOn()
	}
	if h := s.haltOf(s.NewKey); h != "" {
		return h
	}
	if s.NewKey.State != client.StateEnabled {
		return HaltNewOff
	}
	return s.oldOn()
}

// oldOn returns HaltOldOn if the old key was disabled and is enabled again.
func (s *State) oldOn() Halt {
	if s.Done(StepDisable) && s.OldKey.State == client.StateEnabled {
		return HaltOldOn
	}
	return ""
}

// haltOf returns why a key cannot be worked with, in terms of the new key.
func (s *State) haltOf(k keys.Key) Halt {
	switch {
	case s.gone(k):
		return HaltNewGone
	case k.State == client.StateExpired:
		return HaltNewExpired
	case k.State != client.StateEnabled && k.State != client.StateDisabled:
		return HaltUnread
	}
	return ""
}
