package keyspage

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/copyas"
	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/views/confirm"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/toast"
)

// batchHost is the tab as the batch package sees it.
type batchHost struct{ page *Page }

func (h batchHost) Locked() bool                           { return h.page.host.Locked() }
func (h batchHost) MayChange() bool                        { return h.page.status.mayChange() }
func (h batchHost) ChangeOne(op keys.Operation, id string) { h.page.actions.start(op, id) }
func (h batchHost) ListRead()                              { h.page.loader.refresher.Done() }
func (h batchHost) Reload()                                { h.page.loader.reloadQuietly() }
func (h batchHost) OwnKeyGone(id string) bool              { return h.page.outcomes.tellOwnKeyGone(id) }
func (h batchHost) Rejected(err error)                     { h.page.host.Rejected(err) }
func (h batchHost) ReloadKeys()                            { h.page.host.ReloadKeys() }

func (h batchHost) Known(id string) confirm.Known { return h.page.outcomes.known(id) }
func (h batchHost) Changed()                      { h.page.outcomes.undo.End() }

// Done says that an operation was carried out on keys.
func (h batchHost) Done(op keys.Operation, ids []string, said toast.Subject, message string) {
	h.page.outcomes.tellDone(op, ids, said, message)
}

// Key returns a key as it is on screen.
func (h batchHost) Key(id string) (k keys.Key, listed, idle bool) {
	k, listed = h.page.display.list.Key(id)
	_, idle = h.page.actions.idleKey(id)
	return k, listed, idle
}

// checkHost is the tab as the checks see it.
type checkHost struct{ page *Page }

func (h checkHost) Locked() bool           { return h.page.host.Locked() }
func (h checkHost) Reload()                { h.page.loader.reloadQuietly() }
func (h checkHost) Scrub()                 { h.page.host.Scrub() }
func (h checkHost) Label(id string) string { return h.page.labels.label(id) }

// Key returns a key as it is now, not as it is on screen: the filter may have hidden a key that is checked again.
func (h checkHost) Key(id string) (k keys.Key, listed, idle bool) {
	k, listed = h.page.keys.Find(id)
	return k, listed, k.Busy == "" && !h.page.batches.Includes(id)
}

// Checked records the result of a check in the history.
func (h checkHost) Checked(r keycheck.Result) {
	h.page.host.Record(history.Checked(keys.RefOf(h.page.keys, r.KeyID), string(r.Kind), r.State))
}

// copyHost is the tab as the copyas package sees it.
type copyHost struct{ page *Page }

func (h copyHost) Key(id string) (keys.Key, bool) { return h.page.display.list.Key(id) }
func (h copyHost) MenuPlace(id string) fyne.Position {
	return keytable.MenuPlace(h.page.display.list, id)
}
func (h copyHost) NoSecret(id string) bool          { return keytable.NoSecret(h.page.display.list, id) }
func (h copyHost) Source(id string) copyas.Source   { return h.page.host.CopySource(id) }
func (h copyHost) ClearClipboard() settings.Seconds { return h.page.host.Privacy().ClearClipboard }
func (h copyHost) Scrub()                           { h.page.host.Scrub() }

func (h copyHost) Secret(id string, f copyas.Format, use func(client.Secret)) {
	h.page.secrets.forClipboard(id, string(f), use)
}

func (h copyHost) Copied(id string, f copyas.Format, err error) {
	record(h.page.scope, id, history.Copy, string(f), err)
}
