package keyspage

import (
	"strings"

	"accesskeys/app/keys"
)

// chipWords returns what the chips of a key say, in lower case, for the filter. It composes that for all keys at once and
// keeps it until the list is arranged again, because composing takes longer than searching.
func (d *display) chipWords(k *keys.Key) string {
	if d.chipped == nil {
		d.chipped = map[string]string{}
		for _, k := range d.all {
			for _, c := range d.chips(k) {
				d.chipped[k.ID] += strings.ToLower(c.Exact + "\n" + c.Text + "\n" + c.Short + "\n")
			}
		}
	}
	return d.chipped[k.ID]
}
