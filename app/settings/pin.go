package settings

import "time"

// PIN is what the settings keep of a PIN or passphrase: a hash that says nothing about it, and how often a
// wrong one was tried since the right one, so that a restart does not forgive.
type PIN struct {
	Hash   string    `json:"hash"` // argon2id, in the PHC string format
	Failed int       `json:"failed,omitempty"`
	Last   time.Time `json:"last,omitzero"` // of the wrong ones
}
