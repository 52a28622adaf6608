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
	"accesskeys/views/words"
)

// Progress is a dialog that shows how far an action on several keys is, and has a button that stops it.
type Progress struct {
	id    *control.Mono
	bar   *progress.Meter
	count *control.Text
	stop  *control.Button
	foot  *fyne.Container // of the button, whose width changes
	label func(id string) string
	width float32
}

// ShowProgress opens the dialog in place of what is open. Nothing closes it but the end of the action; Escape does what
// onEscape says, or nothing. label is what the user calls a key.
func ShowProgress(d *dialog.Dialogs, title string, label func(id string) string, halt, onEscape func()) *Progress {
	p := &Progress{id: control.NewMono(dialog.IDLength, 3), bar: progress.NewMeter(), count: control.NewText("", style.SizeText, fyne.TextStyle{})}
	p.label, p.width = label, d.Width(dialog.Width)
	p.stop = control.NewButton("", control.ButtonDefault, halt)
	p.foot = container.NewHBox(layout.NewSpacer(), p.stop)
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

// Set shows which key the action is at, in words too, and what the button says.
func (p *Progress) Set(at keys.Step, said, stop string) {
	p.count.Set(style.Fitted(words.WithLabel(said, p.label(at.ID)), p.width, style.SizeText), theme.ColorNameForeground)
	p.id.Set(at.ID, style.ColorSecondary)
	p.bar.Set(float32(at.Number-1) / float32(at.Count))
	p.stop.SetText(stop)
	p.foot.Refresh()
}

func (b *Runner) showProgress(run *run) {
	run.dialog = ShowProgress(b.win.Dialogs, words.BatchTitle(run.op), b.label, run.halt, nil)
	run.show()
}

// at takes note that it is another key's turn.
func (r *run) at(s keys.Step) {
	r.step = s
	r.show()
}

// halt ends it with the key that it is at.
func (r *run) halt() {
	r.stopping = true
	r.stop()
	r.show()
}

func (r *run) show() {
	label := lang.L("Stop After This One")
	if r.stopping {
		label = lang.L("Stopping after this one…")
	}
	r.dialog.Set(r.step, words.BatchAt(r.op, r.step), label)
}
