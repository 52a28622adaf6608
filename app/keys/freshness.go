package keys

import (
	"time"

	"accesskeys/client"
)

// Freshness is how current the list of keys is.
type Freshness struct {
	ReadAt  time.Time // when the server last gave the list shown; zero while there is none
	Current bool      // it was read in this session, not in an earlier one

	Failure     error     // why the last attempt to read it failed; nil when it did not, and before the first
	FailedSince time.Time // when the first of the attempts failed that failed since one did not
}

// Listed tells whether there is a list, current or not.
func (f Freshness) Listed() bool { return f.Current || !f.ReadAt.IsZero() }

// Offline tells whether the server cannot be worked with for now. One that knows of no list is not the one that was
// signed in to.
func (f Freshness) Offline() bool {
	return Offline(f.Failure) || client.KindOf(f.Failure) == client.KindNotFound
}

// ReadOnly tells whether nothing should be changed, because nobody knows what there is to change.
func (f Freshness) ReadOnly() bool { return !f.Current || f.Offline() }
