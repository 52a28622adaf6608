package settings

import "time"

// PIN holds what the settings store about a PIN or passphrase: its hash, and the wrong attempts since the last right one,
// so that a restart does not reset the delay after wrong attempts.
type PIN struct {
	Hash   string    `json:"hash"` // argon2id, in the PHC string format
	Failed int       `json:"failed,omitempty"`
	Last   time.Time `json:"last,omitzero"` // the time of the last wrong attempt
}
