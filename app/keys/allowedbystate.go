package keys

import "accesskeys/client"

// CanDelete reports whether a key in a state can be deleted.
func CanDelete(s client.State) bool { return s != client.StateDeleted && s != client.StateUnreadable }

// CanReveal reports whether the secret of a key in a state can be fetched.
func CanReveal(s client.State) bool { return CanDelete(s) }

// Toggle returns the operation that enables a disabled key or disables an enabled one. It returns "" for a key in any
// other state.
func Toggle(s client.State) Operation {
	switch s {
	case client.StateEnabled:
		return OpDisable
	case client.StateDisabled:
		return OpEnable
	}
	return ""
}

// Skip is why an operation is not possible with a key, so that a batch skips it; "" means that it is possible.
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

// SkipOf returns why op is not possible with a key, or "". listed is whether the key is in the list.
func SkipOf(op Operation, k Key, listed bool) Skip {
	switch {
	case !listed:
		return SkipNotListed
	case k.Busy.Changes():
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
