package rotation

import "slices"

// Step is a step of a replacement. The values are stable names.
type Step string

// The steps.
const (
	StepCreate  Step = "create"  // there is no new key yet
	StepPlace   Step = "place"   // the new key is put where the old one is used
	StepCheck   Step = "check"   // the server is asked whether it accepts the new key
	StepDisable Step = "disable" // the old key is disabled
	StepWait    Step = "wait"    // to see what breaks without the old key
	StepDelete  Step = "delete"  // the old key is deleted
)

// Order is the order of the steps. The values are stable names.
type Order string

// The orders.
const (
	OrderSafe          Order = "safe"
	OrderDisableSecond Order = "leaked"               // the old key leaked: it is disabled once there is a new one
	OrderDisableFirst  Order = "leaked-disable-first" // it is disabled before there is a new one
)

// leaked reports whether the old key is disabled before the new one is in place.
func (o Order) leaked() bool { return o != OrderSafe }

// Steps returns the steps in their order.
func (r *Replacement) Steps() []Step {
	switch r.Order {
	case OrderDisableSecond:
		return []Step{StepCreate, StepDisable, StepPlace, StepCheck, StepDelete}
	case OrderDisableFirst:
		return []Step{StepDisable, StepCreate, StepPlace, StepCheck, StepDelete}
	}
	return []Step{StepCreate, StepPlace, StepCheck, StepDisable, StepWait, StepDelete}
}

// Done reports whether a step is done.
func (r *Replacement) Done(s Step) bool {
	all := r.Steps()
	return slices.Index(all, s) < slices.Index(all, r.Step)
}

// advance goes on to the next step.
func (r *Replacement) advance() {
	all := r.Steps()
	if at := slices.Index(all, r.Step); at+1 < len(all) {
		r.Step = all[at+1]
	}
}
