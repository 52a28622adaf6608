package keyspage

import (
	"cmp"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/confirm"
	"accesskeys/views/notes"
)

// known returns what this computer knows about a key in addition to what the server reports.
func (o *outcomes) known(id string) confirm.Known {
	replacement, standsIn := o.replacement(id)
	return confirm.Known{Label: cmp.Or(notes.TypedLabel(o.asker, id), o.labels.label(id)), Places: o.labels.noteOf(id).Places, Account: o.display.list.Signs.Accounts[id],
		DisabledAt: o.disabledAt(id), Replacement: replacement, StandsIn: standsIn}
}

// disabledAt returns when a disabled key was disabled from this computer. It returns the zero time if this is not
// known, or if the key was changed elsewhere later.
func (o *outcomes) disabledAt(id string) time.Time {
	k, _ := o.keys.Find(id)
	if k.State != client.StateDisabled {
		return time.Time{}
	}
	at := o.host.HistoryOf(keys.RefOf(o.keys, id)).DisabledSince
	if here := o.disabled[id]; here.After(at) { // known even if no history is kept
		at = here
	}
	// A later change was made elsewhere. A time in the future proves nothing: the clocks differ.
	if k.UpdatedAt.Sub(at) > keys.ClocksApart && !k.UpdatedAt.After(o.tasks.Now()) {
		return time.Time{}
	}
	return at
}

// pruneDisabledAt drops the times of keys that are no longer disabled.
func (o *outcomes) pruneDisabledAt() {
	for id := range o.disabled {
		if k, _ := o.keys.Find(id); k.State != client.StateDisabled {
			delete(o.disabled, id)
		}
	}
}
