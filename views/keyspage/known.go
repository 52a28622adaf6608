package keyspage

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/batch"
)

// disabledHere is what this app disabled since it started, by key ID.
type disabledHere map[string]disabling

// disabling is when a key was disabled, and which change of it that was as the server says.
type disabling struct {
	at      time.Time
	updated time.Time // the key's UpdatedAt, at first that of before
	told    bool      // the server has told the one of this change
}

// note takes note of an operation on a key, which is as the list has it.
func (d disabledHere) note(op keys.Operation, k keys.Key, now time.Time) {
	delete(d, k.ID)
	if op == keys.OpDisable {
		d[k.ID] = disabling{at: now, updated: k.UpdatedAt}
	}
}

// keep forgets what somebody else has changed since.
func (d disabledHere) keep(find func(id string) (keys.Key, bool)) {
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

// known is what this computer knows of a key beside what the server says.
func (o *outcomes) known(id string) batch.Known {
	noted := o.labels.of(id)
	return batch.Known{Label: noted.Label, Places: noted.Places, DisabledAt: o.disabled[id].at}
}
