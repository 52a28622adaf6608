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
			p.win.Toasts.Error(words.Sentences(words.NotKnown(k.Pending, k.ID), words.LookLater()))
		}
	}
	if _, said := p.unknown[""]; said {
		p.withdraw("")
		p.win.Toasts.Error(notSeenLate())
	}
}

func notSeenLate() string {
	return words.Sentences(words.NotSeen(), lang.L("Look for it in the list when you are signed in again."))
}

// toldLate says what became of a key after the person has left the session.
func (p *keysPage) toldLate(id string, op app.Operation, err error) {
	switch {
	case err == nil:
		p.win.Toasts.Note(words.Outcome(op, id))
	case app.Uncertain(err):
		p.win.Toasts.Error(words.Sentences(words.NotKnown(op, id), words.LookLater()))
	default:
		p.win.Toasts.Error(words.Failure(op, id, err))
	}
	p.host.reloadKeys()
}

// createdLate says what became of a new key after the person has left the session.
func (p *keysPage) createdLate(ids []string, err error) {
	switch {
	case app.Uncertain(err):
		p.win.Toasts.Error(notSeenLate())
	case err != nil:
		p.win.Toasts.Error(words.NotCreated(err))
	default:
		p.toldCreated(ids, p.win.Toasts.Note)
	}
	p.host.reloadKeys()
}

// toldBatchLate says how it went with several keys after the person has left the session.
func (p *keysPage) toldBatchLate(run *batchRun) {
	switch {
	case run.result.AllDone():
		p.win.Toasts.Note(run.done())
	case p.host.covered():
		p.win.Toasts.Error(run.report().Text())
	default:
		p.win.Dialogs.CloseAll()
		p.showReport(run)
	}
	p.host.reloadKeys()
}
