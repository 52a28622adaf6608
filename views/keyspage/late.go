package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// left tells whether the person has left the session, so that only messages can say how something went.
func (p *Page) left() bool { return p.tasks.Ctx.Err() != nil }

// Leave says of what is not known yet how to know it, as the session is left.
func (p *Page) Leave() {
	for _, k := range p.Keys.All() {
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
func (p *Page) toldLate(id string, op keys.Operation, err error) {
	switch {
	case err == nil:
		p.win.Toasts.Note(words.Outcome(op, id))
	case keys.Uncertain(err):
		p.win.Toasts.Error(words.Sentences(words.NotKnown(op, id), words.LookLater()))
	default:
		p.win.Toasts.Error(words.Failure(op, id, err))
	}
	p.Host.ReloadKeys()
}

// createdLate says what became of a new key after the person has left the session.
func (p *Page) createdLate(ids []string, err error) {
	switch {
	case keys.Uncertain(err):
		p.win.Toasts.Error(notSeenLate())
	case err != nil:
		p.win.Toasts.Error(words.NotCreated(err))
	default:
		p.toldCreated(ids, p.win.Toasts.Note)
	}
	p.Host.ReloadKeys()
}

// toldBatchLate says how it went with several keys after the person has left the session.
func (p *Page) toldBatchLate(run *batchRun) {
	switch {
	case run.Result.AllDone():
		p.win.Toasts.Note(run.done())
	case p.Host.Covered():
		p.win.Toasts.Error(run.report().Text())
	default:
		p.win.Dialogs.CloseAll()
		p.showReport(run)
	}
	p.Host.ReloadKeys()
}
