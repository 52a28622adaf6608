package keys

import "accesskeys/client"

// Skip is why a key is skipped; "" means that it is not.
type Skip string

// The reasons.
const (
	SkipAlready    Skip = "already" // the key is in the wanted state already
	SkipDeleted    Skip = "deleted"
	SkipExpired    Skip = "expired"
	SkipState      Skip = "state"      // the key is in a state that nobody here knows
	SkipUnreadable Skip = "unreadable" // what the server says of it is not understood
	SkipUnseen     Skip = "unseen"     // it is not in the part of the list that came
	SkipNotListed  Skip = "not-listed"
	SkipBusy       Skip = "busy"    // it is being worked on
	SkipPending    Skip = "pending" // it is not known yet what became of an earlier change
	SkipChanged    Skip = "changed" // it is in another state than the user saw
	SkipTouched    Skip = "touched" // it was changed elsewhere, and is in that state again
)

// SkipOf returns why op would skip a key, or "". listed is whether the key is in the list.
func SkipOf(op Operation, k Key, listed bool) Skip {
	switch {
	case !listed:
		return SkipNotListed
	case k.Busy != "":
		return SkipBusy
	case k.Pending != "":
		return SkipPending
	case k.State == client.StateDeleted:
		return SkipDeleted
	case k.State == client.StateUnreadable:
		return SkipUnreadable
	case k.State == op.target():
		return SkipAlready
	case op == OpDelete:
		return ""
	case k.State == client.StateExpired:
		return SkipExpired
	case k.State != client.StateEnabled && k.State != client.StateDisabled:
		return SkipState
	}
	return ""
}
