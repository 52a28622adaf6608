package keyspage

import (
	"accesskeys/app/keys"
	"accesskeys/views/keytable"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/words"
)

// asked is a question about a key that may still be open.
type asked struct {
	op    keys.Operation
	seen  keys.Key // as it was asked about
	close func() (was bool)
}

// askAbout asks beside the key's row, as the console does, and then does what was asked about, if the key
// is still as it was.
func (a *keyActions) askAbout(op keys.Operation, k keys.Key, q dialog.Question) {
	q.OnYes = func() { a.changeAsSeen(op, k) }
	link := keytable.LinkState
	if op == keys.OpDelete {
		link = keytable.LinkDelete
	}
	q.At = keytable.Spot(a.display.list, k.ID, link)
	a.asked = &asked{op: op, seen: k, close: a.win.Dialogs.Ask(q)}
}

// recheckAsked closes a question about a key that is no longer as it was asked about.
func (a *keyActions) recheckAsked() {
	q := a.asked
	if q == nil {
		return
	}
	now, listed := a.keys.Find(q.seen.ID)
	if listed && now.State == q.seen.State {
		return
	}
	a.asked = nil
	if !q.close() {
		return
	}
	if !listed && a.keys.Partial() {
		a.about(q.op, q.seen.ID).Note(words.Explain(keys.ErrUnseen))
	} else {
		a.about(q.op, q.seen.ID).Note(words.ChangedMeanwhile(a.labels.named(q.seen.ID), words.StateNow(now, listed)))
	}
}
