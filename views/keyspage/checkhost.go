package keyspage

import (
	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
)

// checkHost is the tab as the checks see it.
type checkHost struct{ page *Page }

func (h checkHost) Locked() bool           { return h.page.host.Locked() }
func (h checkHost) Reload()                { h.page.loader.reloadQuietly() }
func (h checkHost) Scrub()                 { h.page.host.Scrub() }
func (h checkHost) Name(id string) string  { return h.page.labels.nameOf(id) }
func (h checkHost) Label(id string) string { return h.page.labels.label(id) }

// Key returns a key as it is now, not as it is on screen: the filter may have hidden a key that is checked again.
func (h checkHost) Key(id string) (k keys.Key, listed, idle bool) {
	k, listed = h.page.keys.Find(id)
	return k, listed, k.Busy == "" && !h.page.batches.Includes(id)
}

// Checked records the result of a check in the history, also that it was stopped.
func (h checkHost) Checked(r keycheck.Result) {
	h.page.host.Record(history.OfCheck(keys.RefOf(h.page.keys, r.KeyID), r))
}
