package keyspage

import (
	"slices"
	"time"
)

// newTime is how long a new key is highlighted.
const newTime = 5 * time.Second

// present brings new keys that were asked for into view, moves the cursor to the last and highlights them. What is
// ticked stays.
func (d *display) present(ids []string) {
	d.unhide(ids)
	for _, id := range ids {
		d.list.Present(id)
	}
	d.highlight(ids)
}

// highlight highlights new keys for a moment.
func (d *display) highlight(ids []string) {
	if d.unmark != nil {
		d.unmark()
	}
	d.list.Highlight(ids)
	d.unmark = d.tasks.After(newTime, func() { d.list.Highlight(nil) })
}

// unhide sees to it that new keys can be seen: what is looked for may leave them out.
func (d *display) unhide(ids []string) {
	if slices.ContainsFunc(ids, func(id string) bool { return !d.list.Shows(id) }) {
		d.findNothing()
	}
}
