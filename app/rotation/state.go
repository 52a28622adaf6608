package rotation

import (
	"slices"
	"time"

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

// gone reports whether a key is known to be deleted.
func (s *State) gone(k keys.Key) bool {
	return k.State == client.StateDeleted || k.ID == "" && !s.Partial
}

// OldOff reports whether the old key is disabled, so that it can be enabled.
func (s *State) OldOff() bool { return s.OldKey.State == client.StateDisabled }

// Due reports whether the wait is over.
func (s *State) Due() bool { return !s.DisabledAt.IsZero() && !s.Now.Before(s.DeleteFrom()) }

// Primary is what comes next.
func (s *State) Primary() Act {
	switch s.Halt() {
	case HaltUnread:
		return ActLook
	case HaltOldGone, HaltOldExpired:
		if s.New == "" {
			return ActAbandon
		}
		return ActFinish
	case HaltNewGone, HaltNewExpired:
		if s.OldOff() {
			return ActEnableOld
		}
		return ActAbandon
	case HaltNewOff:
		return ActEnableNew
	case HaltOldOn:
		return ActBackToPlace
	}
	if s.Complete() {
		return ActFinish
	}
	return s.next()
}

// next is what comes next where nothing is in the way.
func (s *State) next() Act {
	switch s.Step {
	case StepCreate:
		switch {
		case s.Creating == nil:
			return ActCreate
		case len(s.Candidates) > 0:
			return ActUse
		}
		return ActLook
	case StepPlace:
		return ActPlaced
	case StepCheck:
		return ActCheck
	case StepDisable:
		if s.OldKey.Own {
			return ActSignIn
		}
		return ActDisable
	case StepDelete:
		return ActDelete
	}
	return ActLeave
}

// May reports whether something can be done now.
func (s *State) May(a Act) bool { return a == s.Primary() || slices.Contains(s.Others(), a) }

// Others is what can be done besides what comes next.
func (s *State) Others() []Act {
	var acts []Act
	switch h := s.Halt(); {
	case h != "":
		if s.New != "" && (h == HaltNewGone || h == HaltNewExpired) {
			acts = append(acts, ActFinish)
		}
	case s.Complete():
		return nil
	default:
		acts = s.quiet()
	}
	if s.OldOff() {
		acts = append(acts, ActEnableOld)
		if s.Done(StepDisable) {
			acts = append(acts, ActUndo)
		}
	}
	acts = append(acts, ActAbandon, ActLook)
	return slices.DeleteFunc(acts, func(a Act) bool { return a == s.Primary() })
}

// quiet is what a step offers in a quiet way.
func (s *State) quiet() []Act {
	switch s.Step {
	case StepCreate:
		if s.Creating != nil {
			return []Act{ActUse, ActCreateAgain}
		}
		return []Act{ActUse}
	case StepCheck:
		return []Act{ActSkipCheck, ActBackToPlace}
	case StepDisable:
		if s.New != "" && !s.Order.Leaked() {
			return []Act{ActBackToPlace}
		}
	case StepWait:
		return []Act{ActDelete, ActSetWait}
	}
	return nil
}

// settle moves the step to where the keys are, also if something else changed them.
func (s *State) settle() {
	if s.Order == OrderDisableFirst && s.Step == StepDisable && s.OldKey.Own {
		s.Order, s.Step = OrderDisableSecond, StepCreate // or nothing would be left to sign in with
	}
	switch {
	case s.Step == StepDisable && s.OldOff():
		s.DisabledAt = s.Now
		s.advance()
		s.Asked = ""
	case s.Asked == ActEnableOld && s.OldKey.State == client.StateEnabled:
		s.backToPlace()
		s.Asked = ""
	case s.Asked == ActUndo && s.OldKey.State == client.StateEnabled:
		s.backToDisable()
		s.Asked = ""
	case s.Asked == ActEnableNew && s.NewKey.State == client.StateEnabled:
		s.Asked = ""
	}
	if s.DisabledAt.After(s.Now) { // the clock was set back
		s.DisabledAt = s.Now
	}
	if s.Step == StepWait || s.Step == StepDelete && s.Order == OrderSafe {
		s.Step = StepWait
		if s.Due() {
			s.Step = StepDelete
		}
	}
}
