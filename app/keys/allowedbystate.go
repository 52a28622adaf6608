package keys

import "accesskeys/client"

// CanDelete reports whether a key in a state can be deleted.
func CanDelete(s client.State) bool { return s != client.StateDeleted && s != client.StateUnreadable }

// CanReveal reports whether the secret of a key in a state can be fetched.
func CanReveal(s client.State) bool { return CanDelete(s) }
