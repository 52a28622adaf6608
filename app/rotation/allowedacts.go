package rotation

import "slices"

// Act is what a user can do at a step. The values are stable names.
type Act string

// The acts.
const (
	ActLook        Act = "look"         // read the keys again
	ActCreate      Act = "create"       // create the new key
	ActCreateAgain Act = "create-again" // though an earlier request may still have made one
	ActUse         Act = "use"          // use a key that is there
	ActPlaced      Act = "placed"       // say that the new key is in place
	ActCheck       Act = "check"
	ActSkipCheck   Act = "skip-check"
	ActBackToPlace Act = "back-to-place"
	ActSignIn      Act = "sign-in" // with the new key, since the app is signed in with the old one
	ActDisable     Act = "disable"
	ActEnableOld   Act = "enable-old"
	ActUndo        Act = "undo" // enable the old key that was just disabled
	ActEnableNew   Act = "enable-new"
	ActTick        Act = "tick" // a place where the new key is in use
	ActSetWait     Act = "set-wait"
	ActLeave       Act = "leave"  // come back later
	ActDelete      Act = "delete" // also before the wait is over
	ActFinish      Act = "finish"
	ActAbandon     Act = "abandon"
)

// Primary returns the act that comes next.
func (s *State) Primary() Act {
	switch s.Halt() {
	case HaltUnread:
		return ActLook
	case HaltOldGone, HaltOldExpired:
		if s.newStays() {
			return ActFinish
		}
		return ActAbandon
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

// next returns the act that comes next if the replacement is not halted.
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

// May reports whether an act can be done now.
func (s *State) May(a Act) bool { return a == s.Primary() || slices.Contains(s.Others(), a) }

// Others returns the acts that can be done besides Primary.
func (s *State) Others() []Act {
	var acts []Act
	switch {
	case s.Began.IsZero():
		return s.secondary()
	case s.Halt() != "":
	case s.Complete():
		return nil
	default:
		acts = s.secondary()
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

// secondary returns the acts that the step offers besides the one that comes next.
func (s *State) secondary() []Act {
	switch s.Step {
	case StepCreate:
		if s.Creating != nil {
			return []Act{ActUse, ActCreateAgain}
		}
		return []Act{ActUse}
	case StepCheck:
		return []Act{ActSkipCheck, ActBackToPlace}
	case StepDisable:
		if s.New != "" && !s.Order.leaked() {
			return []Act{ActBackToPlace}
		}
	case StepWait:
		return []Act{ActDelete, ActSetWait}
	}
	return nil
}
