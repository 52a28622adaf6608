package client

import (
	"time"

	"accesskeys/client/oneline"
)

// State is where an access key is in its life, as the back end names it. A name that is not among
// the constants is kept, without invisible characters and cut to 32.
type State string

// The states of the back end's AccessKey.
const (
	StateEnabled  State = "enabled"
	StateDisabled State = "disabled"
	StateDeleted  State = "deleted"
	StateExpired  State = "expired"
	// StateUnreadable is our word for a key of which the server's list could not be understood.
	StateUnreadable State = "unreadable"
)

// AccessKey is what the back end says of an access key, except its secret.
type AccessKey struct {
	ID     string // the access key ID, the wire's keyId
	UserID string
	State  State
	// Zero when the server says none, and when what it says is in Unread.
	CreatedAt, UpdatedAt, ValidUntil, DeletedAt time.Time
	Unread                                      UnreadDates
}

// Valid reports whether List could have returned the key, which may have been stored since.
func (k AccessKey) Valid() bool {
	return validKeyID(k.ID) && k.State == k.State.cleaned() && k.UserID == oneline.Cut(oneline.Flat(k.UserID), maxUserID) &&
		k.Unread.valid(k)
}
