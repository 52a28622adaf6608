package views

import (
	"context"

	"accesskeys/app"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/words"
)

// asked is a question about a key that may still be open.
type asked struct {
	op    app.Operation
	seen  app.Key // as it was asked about
	close func() (was bool)
}

// askAbout asks beside the key's row, as the console does, and then does what was asked about, if the key
// is still as it was.
func (p *keysPage) askAbout(op app.Operation, k app.Key, confirm func(k app.Key, yes func()) dialog.Question) {
	q := confirm(k, func() {
		p.mutate(k.ID, op, func(ctx context.Context, _ string) error { return p.keys.DoAsSeen(ctx, op, k) })
	})
	q.At = p.list.Spot(k.ID)
	p.asked = &asked{op: op, seen: k, close: p.dialogs.Ask(q)}
}

// recheckAsked closes a question about a key that is no longer as it was asked about.
func (p *keysPage) recheckAsked() {
	a := p.asked
	if a == nil {
		return
	}
	now, listed := p.keys.Find(a.seen.ID)
	if listed && now.State == a.seen.State {
		return
	}
	p.asked = nil
	if !a.close() {
		return
	}
	if !listed && p.keys.Partial() {
		p.toasts.Note(words.Explain(app.ErrUnseen))
	} else {
		p.toasts.Note(words.ChangedMeanwhile(a.seen.ID, words.StateNow(now, listed)))
	}
}
