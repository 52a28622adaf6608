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

// progressSheet shows how far an action on several keys is, and what stops it. Nothing else closes it but
// the end.
type progressSheet struct {
	id    *control.Mono
	bar   *progress.Meter
	count *control.Text
	stop  *control.Button
	foot  *fyne.Container // of the button, whose width changes
}

func (b *Runner) showProgress(run *run) {
	shown := &progressSheet{id: control.NewMono(dialog.IDLength, 3), bar: progress.NewMeter(), count: control.NewText("", style.SizeText, fyne.TextStyle{})}
	shown.stop = control.NewButton("", control.ButtonDefault, run.halt)
	shown.foot = container.NewHBox(layout.NewSpacer(), shown.stop)
	run.dialog = shown
	run.show()
	b.win.Dialogs.CloseAll()
	b.win.Dialogs.Show(dialog.Sheet{
		Title:   words.BatchTitle(run.op),
		Icon:    theme.NewColoredResource(theme.InfoIcon(), style.ColorLink),
		Width:   dialog.Width,
		Body:    []fyne.CanvasObject{style.InsetLeft(shown.count), style.Gap(0, 2), inset(shown.bar), style.Gap(0, 2), style.InsetLeft(shown.id)},
		Buttons: shown.foot,
		First:   shown.stop,
	})
}

func inset(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, theme.InnerPadding(), theme.InnerPadding()), o)
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
	b := r.dialog
	b.count.Set(words.BatchAt(r.op, r.step), theme.ColorNameForeground)
	b.id.Set(r.step.ID, style.ColorSecondary)
	b.bar.Set(float32(r.step.Number-1) / float32(r.step.Count))
	label := lang.L("Stop After This One")
	if r.stopping {
		label = lang.L("Stopping after this one…")
	}
	b.stop.SetText(label)
	b.foot.Refresh()
}
