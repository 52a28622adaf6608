package views

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/views/words"
)

// left tells whether the person has left the session, so that only messages can say how something went.
func (p *keysPage) left() bool { return p.tasks.Ctx.Err() != nil }

// leave says of what is not known yet how to know it, as the session is left.
func (p *keysPage) leave() {
	for _, k := range p.keys.All() {
		if k.Pending != "" {
			p.withdraw(k.ID)
			p.toasts.Error(words.Sentences(words.NotKnown(k.Pending, k.ID), words.LookLater()))
		}
	}
	if _, said := p.unknown[""]; said {
		p.withdraw("")
		p.toasts.Error(notSeenLate())
	}
}

func notSeenLate() string {
	return words.Sentences(words.NotSeen(), lang.L("Look for it in the list when you are signed in again."))
}

// toldLate says what became of a key after the person has left the session.
func (p *keysPage) toldLate(id string, op app.Operation, err error) {
	switch {
	case err == nil:
		p.toasts.Note(words.Outcome(op, id))
	case app.Uncertain(err):
		p.toasts.Error(words.Sentences(words.NotKnown(op, id), words.LookLater()))
	default:
		p.toasts.Error(words.Failure(op, id, err))
	}
	p.onLate()
}

// createdLate says what became of a new key after the person has left the session.
func (p *keysPage) createdLate(ids []string, err error) {
	switch {
	case app.Uncertain(err):
		p.toasts.Error(notSeenLate())
	case err != nil:
		p.toasts.Error(words.NotCreated(err))
	default:
		p.toldCreated(ids, p.toasts.Note)
	}
	p.onLate()
}

// toldBatchLate says how it went with several keys after the person has left the session.
func (p *keysPage) toldBatchLate(run *batchRun) {
	switch {
	case run.result.AllDone():
		p.toasts.Note(run.done())
	case p.covered():
		p.toasts.Error(run.report().Text())
	default:
		p.dialogs.CloseAll()
		p.showReport(run)
	}
	p.onLate()
}
