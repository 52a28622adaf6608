package client

import (
	"time"

	"accesskeys/client/oneline"
	"accesskeys/client/serverdate"
)

// State is the state of an access key, as the back end names it. A name other than the constants below is kept, without
// invisible characters and cut to 32 characters.
type State string

// The states of the back end's AccessKey.
const (
	StateEnabled  State = "enabled"
	StateDisabled State = "disabled"
	StateDeleted  State = "deleted"
	StateExpired  State = "expired"
	// StateUnreadable is our own name, for a key that the list contains but that could not be decoded.
	StateUnreadable State = "unreadable"
)

// AccessKey is what the back end tells about an access key, except its secret.
type AccessKey struct {
	ID     string // the access key ID, the wire's keyId
	UserID string
	State  State
	// A date is zero if the server gives none, or if it could not be parsed and is in Unread.
	CreatedAt, UpdatedAt, ValidUntil, DeletedAt time.Time
	Unread                                      UnreadDates
}

// Valid reports whether List could have returned the key. It is for keys that come from a file.
func (k AccessKey) Valid() bool {
	return validKeyID(k.ID) && k.State == k.State.cleaned() && k.UserID == oneline.Cut(oneline.Flat(k.UserID), maxUserID) &&
		k.Unread.valid(k)
}

// UnreadDates are the dates of an access key that could not be parsed, as the server wrote them: one line each, cut to
// 64 characters. Where one is set, the time of the same name in AccessKey is zero.
type UnreadDates struct {
	CreatedAt  string `json:"created,omitempty"`
	UpdatedAt  string `json:"updated,omitempty"`
	ValidUntil string `json:"expires,omitempty"`
	DeletedAt  string `json:"deleted,omitempty"`
}

// valid reports whether List could have returned u as the unread dates of k.
func (u UnreadDates) valid(k AccessKey) bool {
	ok := func(text string, at time.Time) bool {
		return text == "" || at.IsZero() && text == oneline.Cut(oneline.Flat(text), serverdate.MaxUnread)
	}
	return ok(u.CreatedAt, k.CreatedAt) && ok(u.UpdatedAt, k.UpdatedAt) &&
		ok(u.ValidUntil, k.ValidUntil) && ok(u.DeletedAt, k.DeletedAt)
}
