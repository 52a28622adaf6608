package views

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/views/words"
)

// settled says what became of a change of which it had not been known.
func (p *keysPage) settled(s app.Settled) {
	p.log.Info("settled", "operation", s.Op, "key", s.ID, "result", s.Result)
	if run := p.batchRun; run != nil && run.result != nil && run.result.Settle(s) {
		if run.told {
			p.tellBatch(run)
		}
		return
	}
	if s.Op == app.OpCreate {
		p.settledCreate(s)
		return
	}
	p.withdraw(s.ID)
	if s.Result == app.ResultDone {
		p.toasts.Note(words.NowDone(s.Op, s.ID))
		p.tellOwnKeyGone(s.ID)
		return
	}
	p.toasts.Error(words.NotDoneSoFar(s.Op, s.ID, s.State))
}

func (p *keysPage) settledCreate(s app.Settled) {
	p.withdraw("")
	if s.ID == "" {
		p.toasts.Note(words.NoNewKey())
		return
	}
	p.unhide([]string{s.ID})
	p.list.Mark([]string{s.ID})
	p.toasts.Note(lang.L("A key that was not there before is in the list now: {{.ID}}. It may be the one whose creation could not be seen.",
		map[string]any{"ID": s.ID}))
}

// sayUnknown says that an outcome is not known, until it is: of the change of a key, or with "" of a new one.
func (p *keysPage) sayUnknown(id, message string) {
	p.unknown[id] = message
	p.toasts.Error(message)
}

func (p *keysPage) withdraw(id string) {
	if message, said := p.unknown[id]; said {
		delete(p.unknown, id)
		p.toasts.Withdraw(message)
	}
}
