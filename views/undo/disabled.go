package undo

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// Disabled is when this app disabled keys since it started, by their IDs.
type Disabled map[string]disabling

// disabling is when a key was disabled, and which change of it that was as the server says.
type disabling struct {
	at      time.Time
	updated time.Time // the key's UpdatedAt, at first that of before
	told    bool      // the server has told the one of this change
}

// Note takes note of an operation on a key, which is as the list has it.
func (d Disabled) Note(op keys.Operation, k keys.Key, now time.Time) {
	delete(d, k.ID)
	if op == keys.OpDisable {
		d[k.ID] = disabling{at: now, updated: k.UpdatedAt}
	}
}

// Keep forgets what somebody else has changed since.
func (d Disabled) Keep(find func(id string) (keys.Key, bool)) {
	for id, was := range d {
		k, listed := find(id)
		switch {
		case !listed:
		case k.State != client.StateDisabled, was.told && !k.UpdatedAt.Equal(was.updated):
			delete(d, id)
		case !k.UpdatedAt.Equal(was.updated):
			d[id] = disabling{at: was.at, updated: k.UpdatedAt, told: true}
		}
	}
}

// At returns when this app disabled a key, zero where it did not, or somebody else has changed it since.
func (d Disabled) At(id string) time.Time { return d[id].at }
