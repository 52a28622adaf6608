package rotation

import (
	"accesskeys/app/keys"
	"accesskeys/client"
)

// Halt is why a replacement does not go on; "" means that it does.
type Halt string

// The halts.
const (
	HaltUnread     Halt = "unread" // a key is not in the part of the list that came, or what the server says of it is not understood
	HaltOldGone    Halt = "old-gone"
	HaltOldExpired Halt = "old-expired"
	HaltOldOn      Halt = "old-on" // somebody enabled the old key
	HaltNewGone    Halt = "new-gone"
	HaltNewExpired Halt = "new-expired"
	HaltNewOff     Halt = "new-off" // somebody disabled the new key
)

// Halt is why the replacement does not go on.
func (s *State) Halt() Halt {
	switch old := s.of(s.OldKey); {
	case s.Complete():
		return ""
	case old == HaltUnread:
		return HaltUnread
	case old == HaltNewGone:
		return HaltOldGone
	case old == HaltNewExpired:
		return HaltOldExpired
	}
	if s.New == "" {
		return s.oldOn()
	}
	if h := s.of(s.NewKey); h != "" {
		return h
	}
	if s.NewKey.State != client.StateEnabled {
		return HaltNewOff
	}
	return s.oldOn()
}

// oldOn is HaltOldOn where the old key is enabled that was disabled.
func (s *State) oldOn() Halt {
	if s.Done(StepDisable) && s.OldKey.State == client.StateEnabled {
		return HaltOldOn
	}
	return ""
}

// of is what keeps a key from being worked with, told of the new one.
func (s *State) of(k keys.Key) Halt {
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
