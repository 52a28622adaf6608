package batch

import (
	"accesskeys/app/keys"
	"accesskeys/client"
)

// ToggleStates disables the enabled keys among ids. If none is enabled, it enables those that are disabled.
func (b *Runner) ToggleStates(ids []string) {
	for _, id := range ids {
		if k, listed, _ := b.host.Key(id); listed && k.State == client.StateEnabled {
			b.Start(keys.OpDisable, ids)
			return
		}
	}
	b.Start(keys.OpEnable, ids)
}
