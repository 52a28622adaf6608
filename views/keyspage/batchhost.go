package keyspage

import (
	"accesskeys/app/keys"
	"accesskeys/views/confirm"
	"accesskeys/views/kit/toast"
)

// batchHost is the tab as the batch package sees it.
type batchHost struct{ page *Page }

func (h batchHost) Locked() bool                           { return h.page.host.Locked() }
func (h batchHost) MayChange() bool                        { return h.page.status.mayChange() }
func (h batchHost) ChangeOne(op keys.Operation, id string) { h.page.actions.start(op, id) }
func (h batchHost) Begin(ids []string)                     { h.page.actions.giveWay(ids...) }
func (h batchHost) ListRead()                              { h.page.loader.refresher.Done() }
func (h batchHost) Reload()                                { h.page.loader.reloadQuietly() }
func (h batchHost) OwnKeyGone(id string) bool              { return h.page.outcomes.tellOwnKeyGone(id) }
func (h batchHost) Rejected(err error)                     { h.page.host.Rejected(err) }
func (h batchHost) ReloadKeys()                            { h.page.host.ReloadKeys() }

func (h batchHost) Name(id string) string         { return h.page.labels.nameOf(id) }
func (h batchHost) Known(id string) confirm.Known { return h.page.outcomes.known(id) }

// Over must be called when an operation on keys is over, of which it has changed some.
func (h batchHost) Over(op keys.Operation, ids, changed []string) {
	h.page.outcomes.undo.Changed(op, changed...)
	h.page.outcomes.undo.Over(ids...)
}

// Done says that an operation was carried out on keys.
func (h batchHost) Done(op keys.Operation, ids []string, said toast.Subject, message func() string) {
	h.page.outcomes.tellDone(op, ids, said, message)
}

// OfferUndo offers to undo that keys were disabled, with a message.
func (h batchHost) OfferUndo(ids []string, said toast.Subject, message func() string) {
	h.page.outcomes.offerUndo(ids, said, message)
}

// Key returns a key as it is on screen.
func (h batchHost) Key(id string) (k keys.Key, listed, idle bool) {
	k, listed = h.page.display.list.Key(id)
	_, idle = h.page.actions.idleKey(id)
	return k, listed, idle
}
