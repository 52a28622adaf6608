package batch

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/progress"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
	"accesskeys/views/words"
)

// Progress is a dialog that shows the progress of an action on several keys, with a button that stops it.
type Progress struct {
	id    *text.Mono
	bar   *progress.Meter
	count *text.Text
	stop  *control.Button
	quits *text.Text      // says what quitting does, once the user has tried to
	foot  *fyne.Container // holds these two, whose widths change
	label func(id string) string
	width float32
}

// ShowProgress closes all dialogs and opens this one. The user cannot close it: it stays until the action has ended.
// The button calls halt, and Escape calls onEscape. label returns the user's label for a key.
func ShowProgress(d *dialog.Dialogs, title string, label func(id string) string, halt, onEscape func()) *Progress {
	p := &Progress{id: text.NewMono(dialog.IDLength, 3), bar: progress.NewMeter(), count: text.New("", style.SizeText, fyne.TextStyle{})}
	p.label, p.width = label, d.Width(dialog.Width)
	p.stop = control.NewButton("", control.ButtonDefault, halt)
	p.quits = text.New("", style.SizeCaption, fyne.TextStyle{})
	p.foot = container.NewHBox(container.New(style.Centred{}, p.quits), layout.NewSpacer(), p.stop)
	d.CloseAll()
	d.Show(dialog.Sheet{
		Title:    title,
		Icon:     style.InfoSign(),
		Width:    dialog.Width,
		Body:     []fyne.CanvasObject{p.count, style.Gap(0, 2), p.bar, style.Gap(0, 2), p.id},
		Buttons:  p.foot,
		First:    p.stop,
		OnEscape: onEscape,
	})
	return p
}

// Set shows the key that the action is at, and sets the text above it and the label of the button. Number 0 is before the
// first key.
func (p *Progress) Set(at keys.Step, said, stop string) {
	p.count.Set(style.Fitted(words.WithLabel(said, p.label(at.ID)), p.width, style.SizeText), theme.ColorNameForeground)
	p.id.Set(at.ID, style.ColorSecondary)
	p.bar.Set(float32(max(at.Number-1, 0)) / float32(at.Count))
	p.stop.SetText(stop)
	p.foot.Refresh()
}

// AskBeforeQuit says that quitting again stops the run. It reports whether the user has yet to answer by that.
func (b *Runner) AskBeforeQuit() (asked bool) {
	if !b.Running() || b.run.warned {
		return false
	}
	b.run.warned = true
	b.run.show()
	return true
}

func (b *Runner) showProgress(run *run) {
	run.dialog = ShowProgress(b.win.Dialogs, words.BatchTitle(run.op), b.label, run.halt, func() {
		if !b.win.Presses.TooSoon() { // else the press was meant for what was there before
			run.halt()
		}
	})
	run.show()
}

// setStep moves on to another key.
func (r *run) setStep(s keys.Step) {
	r.step = s
	r.show()
}

// halt stops the run after the current key.
func (r *run) halt() {
	r.stopping = true
	r.stop()
	r.show()
}

// show shows how far the run is. While the list is read, it is at no key, and stops at once.
func (r *run) show() {
	said, label, stopping := words.BatchAt(r.op, r.step), lang.L("Stop After This One"), lang.L("Stopping after this one…")
	if r.step.Number == 0 {
		said, label, stopping = lang.L("Reading the list…"), lang.L("Stop"), lang.L("Stopping…")
	}
	if r.stopping {
		label = stopping
	}
	if r.warned {
		r.dialog.quits.Set(lang.L("Quit again to stop here."), style.ColorSecondary)
	}
	r.dialog.Set(r.step, said, label)
}
