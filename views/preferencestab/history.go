package preferencestab

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/history"
	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/form"
	"accesskeys/views/words"
)

// history returns the tick box that turns the history on or off, and the button that clears it.
func (p *Page) history() (row []fyne.CanvasObject, clear *control.Button) {
	keep := control.NewCheck(lang.L("Keep a history of what this app does on this computer"), !p.app.Settings.Get().Privacy.NoHistory)
	keep.OnChanged = func(on bool) {
		if !on {
			p.app.History.Record(history.Event{Action: history.Off, Outcome: history.Done})
		}
		p.Change(func(v *settings.Privacy) { v.NoHistory = !on })
	}
	clear = control.NewButton(lang.L("Clear History…"), control.ButtonDefault, p.askClear)
	clear.TakesKeyboard = true
	remark := form.Remark(lang.L("Kept for a year. It has no secrets, and is not encrypted."))
	keep.OnFocus = p.follow(keep, clear)
	row = []fyne.CanvasObject{form.FactName(lang.L("History")),
		form.Column(form.NameGap, form.FlushCheck(keep), container.NewHBox(clear), form.Flush(remark))}
	return row, clear
}

// askClear clears the history, which is that of all accounts, after a question.
func (p *Page) askClear() {
	deletes := lang.L("This deletes all entries on this computer, and leaves one that says so. This cannot be undone.")
	if known := p.app.Settings.Get(); known.Several() {
		deletes = lang.L("This deletes the entries of all accounts on this computer, and leaves one that says so. This cannot be undone.")
	}
	p.win.Dialogs.Ask(dialog.Question{
		Title:     lang.L("Clear the history?"),
		Body:      []fyne.CanvasObject{dialog.Paragraph(deletes)},
		NoHeading: true,
		Verb:      lang.L("Clear"),
		Kind:      control.ButtonDanger,
		OnYes: func() {
			said := p.win.Toasts.About("clear history")
			said.WithdrawFailure()
			background.GoVitalErr(p.win.Tasks, p.win.Tasks.Limit, p.app.History.Clear, func(err error) {
				if err != nil {
					said.Error(words.Sentences(lang.L("The history couldn't be cleared."), words.Explain(err)))
					return
				}
				p.win.Toasts.Done(lang.L("History cleared"))
			})
		},
	})
}
