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
				says := strings.ToLower(c.Text + "\n" + c.Short + "\n")
				d.chipped[k.ID] += says
				if tight := keys.TightDates(says); tight != says {
					d.chipped[k.ID] += tight
				}
			}
		}
	}
	return d.chipped[k.ID]
}
