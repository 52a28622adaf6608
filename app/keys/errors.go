package keys

import "errors"

// Errors of working on a key. Those of the server are the client's.
var (
	// ErrSignedOut means that no session is remembered, or that it has been logged out.
	ErrSignedOut = errors.New("signed out")
	// ErrBusy means that the key, or for Create the list, is being worked on already.
	ErrBusy = errors.New("already being worked on")
	// ErrPending means that the outcome of the last change of the key, or of the last Create, is not known yet: see
	// Keys.Resolved.
	ErrPending = errors.New("the outcome of an earlier change is not known yet")
	// ErrNotListed means that the key is no longer in the list. It is wrapped in a *client.Error of KindNotFound.
	ErrNotListed = errors.New("the key is not in the list")
	// ErrUnseen means that the key is not in the list, but that the list is partial, so the key may still exist.
	ErrUnseen = errors.New("the key is not in the part of the list that came")
	// ErrUnreadable means that the server's data on the key is not understood, so that nothing is done to it.
	ErrUnreadable = errors.New("what the server says of the key is not understood")
	// ErrDeleted means that the key is deleted, so that its secret is not fetched any more. It is wrapped in a
	// *client.Error of KindNotFound.
	ErrDeleted = errors.New("the key is deleted")
)
