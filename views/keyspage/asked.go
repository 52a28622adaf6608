package keyspage

import (
	"context"

	"accesskeys/app/keys"
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
func (p *Page) askAbout(op keys.Operation, k keys.Key, confirm func(k keys.Key, yes func()) dialog.Question) {
	q := confirm(k, func() {
		p.mutate(k.ID, op, func(ctx context.Context) error { return p.Keys.DoAsSeen(ctx, op, k) })
	})
	q.At = p.List.Spot(k.ID)
	p.asked = &asked{op: op, seen: k, close: p.win.Dialogs.Ask(q)}
}

// recheckAsked closes a question about a key that is no longer as it was asked about.
func (p *Page) recheckAsked() {
	a := p.asked
	if a == nil {
		return
	}
	now, listed := p.Keys.Find(a.seen.ID)
	if listed && now.State == a.seen.State {
		return
	}
	p.asked = nil
	if !a.close() {
		return
	}
	if !listed && p.Keys.Partial() {
		p.win.Toasts.Note(words.Explain(keys.ErrUnseen))
	} else {
		p.win.Toasts.Note(words.ChangedMeanwhile(a.seen.ID, words.StateNow(now, listed)))
	}
}
