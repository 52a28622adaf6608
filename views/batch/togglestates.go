package batch

import (
	"accesskeys/app/keys"
	"accesskeys/client"
)

// ToggleStates disables those of several keys that are enabled, or enables them where none is.
func (b *Runner) ToggleStates(ids []string) {
	for _, id := range ids {
		if k, listed, _ := b.host.Key(id); listed && k.State == client.StateEnabled {
			b.Start(keys.OpDisable, ids)
			return
		}
	}
	b.Start(keys.OpEnable, ids)
}
