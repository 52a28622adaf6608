package keyspage

import (
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/words"
)

// settled says what became of a change of which it had not been known.
func (p *Page) settled(s keys.Settled) {
	p.log.Info("settled", "operation", s.Op, "key", s.ID, "result", s.Result)
	if run := p.BatchRun; run != nil && run.Result != nil && run.Result.Settle(s) {
		if run.told {
			p.tellBatch(run)
		}
		return
	}
	if s.Op == keys.OpCreate {
		p.settledCreate(s)
		return
	}
	p.withdraw(s.ID)
	if s.Result == keys.ResultDone {
		p.win.Toasts.Note(words.NowDone(s.Op, s.ID))
		p.tellOwnKeyGone(s.ID)
		return
	}
	p.win.Toasts.Error(words.NotDoneSoFar(s.Op, s.ID, s.State))
}

func (p *Page) settledCreate(s keys.Settled) {
	p.withdraw("")
	if s.ID == "" {
		p.win.Toasts.Note(words.NoNewKey())
		return
	}
	p.unhide([]string{s.ID})
	p.List.Mark([]string{s.ID})
	p.win.Toasts.Note(lang.L("A key that was not there before is in the list now: {{.ID}}. It may be the one whose creation could not be seen.",
		map[string]any{"ID": s.ID}))
}

// sayUnknown says that an outcome is not known, until it is: of the change of a key, or with "" of a new one.
func (p *Page) sayUnknown(id, message string) {
	p.unknown[id] = message
	p.win.Toasts.Error(message)
}

func (p *Page) withdraw(id string) {
	if message, said := p.unknown[id]; said {
		delete(p.unknown, id)
		p.win.Toasts.Withdraw(message)
	}
}
