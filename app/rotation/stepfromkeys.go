package rotation

import "accesskeys/client"

// stepFromKeys sets the step that the states of the keys show, even if they were changed elsewhere.
func (s *State) stepFromKeys() {
	if s.Order == OrderDisableFirst && s.Step == StepDisable && s.OldKey.Own {
		s.Order, s.Step = OrderDisableSecond, StepCreate // or else the app could not sign in any more
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
		if due(s) {
			s.Step = StepDelete
		}
	}
	if last := s.Step == StepWait || s.Step == StepDelete; last && s.gone(s.OldKey) && s.Asked != ActDelete {
		s.ask(ActDelete) // the list or somebody else has done it
	}
}
