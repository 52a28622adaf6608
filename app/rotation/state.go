package rotation

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// State is a replacement, and its keys as they are known to be at a time.
type State struct {
	Replacement
	OldKey, NewKey keys.Key // without an ID where they are not listed
	Candidates     []keys.Key
	Partial        bool // the list is not the whole one, or not current
	Now            time.Time
}

// Complete reports whether the old key is deleted as was asked for.
func (s *State) Complete() bool { return s.Asked == ActDelete && s.gone(s.OldKey) && s.New != "" }

// gone reports whether a key is known to be deleted.
func (s *State) gone(k keys.Key) bool {
	return k.State == client.StateDeleted || k.ID == "" && !s.Partial
}

// OldOff reports whether the old key is disabled, so that it can be enabled.
func (s *State) OldOff() bool { return s.OldKey.State == client.StateDisabled }
