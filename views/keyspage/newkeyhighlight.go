package keyspage

import (
	"slices"
	"time"
)

// highlightTime is how long a new key is highlighted.
const highlightTime = 5 * time.Second

// presentNew scrolls to new keys that the user created, moves the cursor to the last one, and highlights them. The
// selection stays.
func (d *display) presentNew(ids []string) {
	d.ensureShown(ids)
	for _, id := range ids {
		d.list.Present(id)
	}
	d.highlight(ids)
}

// highlight highlights new keys for a moment.
func (d *display) highlight(ids []string) {
	if d.endHighlight != nil {
		d.endHighlight()
	}
	d.list.Highlight(ids)
	d.endHighlight = d.tasks.After(highlightTime, func() { d.list.Highlight(nil) })
}

// ensureShown resets the filter if it hides any of the keys.
func (d *display) ensureShown(ids []string) {
	if d.hides(ids) {
		d.resetFilter()
	}
}

// hides reports whether the filter hides any of the keys.
func (d *display) hides(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return !d.list.Shows(id) })
}
