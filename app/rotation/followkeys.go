package rotation

import "accesskeys/client"

// followKeys moves the step to where the keys are, also if something else changed them.
func (s *State) followKeys() {
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
