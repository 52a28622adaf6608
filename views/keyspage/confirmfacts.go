package keyspage

import (
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/confirm"
)

// known is what this computer knows of a key beside what the server says.
func (o *outcomes) known(id string) confirm.Known {
	return confirm.Known{Label: o.labels.label(id), Places: o.labels.of(id).Places, DisabledAt: o.disabledAt(id), StandsIn: o.standsIn(id)}
}

// disabledAt is when a disabled key was disabled here, as far as is known.
func (o *outcomes) disabledAt(id string) time.Time {
	k, listed := o.keys.Find(id)
	at := o.host.HistoryOf(keys.RefOf(o.keys, id)).DisabledSince
	if here := o.disabled[id]; here.After(at) { // also where no history is kept
		at = here
	}
	changed := k.UpdatedAt.Sub(at) > keys.ClocksApart && !k.UpdatedAt.After(o.tasks.Now()) // elsewhere, unless the clocks tell nothing
	if !listed || k.State != client.StateDisabled || changed {
		return time.Time{}
	}
	return at
}

// forgetEnabled forgets when keys were disabled that are not any more.
func (o *outcomes) forgetEnabled() {
	for id := range o.disabled {
		if k, _ := o.keys.Find(id); k.State != client.StateDisabled {
			delete(o.disabled, id)
		}
	}
}
