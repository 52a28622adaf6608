package keys

import (
	"errors"
)

// Errors of working on a key. Those of the server are the client's.
var (
	// ErrSignedOut means that no session is remembered, or that it has been logged out.
	ErrSignedOut = errors.New("signed out")
	// ErrBusy means that the key, or for Create the list, is being worked on already.
	ErrBusy = errors.New("already being worked on")
	// ErrPending means that it is not known yet what became of the last change of the key, or for Create of
	// the last key: see Resolved.
	ErrPending = errors.New("the outcome of an earlier change is not known yet")
	// ErrNotListed means that the list has no such key any more. It comes inside a *client.Error of
	// KindNotFound.
	ErrNotListed = errors.New("the key is not in the list")
	// ErrUnseen means that a key is not in the list, which is not the whole one, so that it may be there.
	ErrUnseen = errors.New("the key is not in the part of the list that came")
	// ErrUnreadable means that what the server says of a key is not understood, so nothing is done to it.
	ErrUnreadable = errors.New("what the server says of the key is not understood")
	// ErrDeleted means that the key is deleted, so that its secret is nobody's business any more. It
	// comes inside a *client.Error of KindNotFound.
	ErrDeleted = errors.New("the key is deleted")
)
