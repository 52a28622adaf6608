package batch

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const (
	reportWidth = float32(540)
	reportRoom  = float32(270) // the height of what is in a report beside the keys, at most
)

// report is what became of each of several keys, in words.
type report struct {
	title string
	why   string // some were not tried, if any were not
	lines []reportLine
}

// reportLine is what became of one key.
type reportLine struct {
	id, word, reason string
	icon             fyne.Resource
}

// report words how it went: first what was not done, which is what the user has to see to.
func (r *run) report() report {
	all := append(append([]keys.Outcome{}, r.result.Outcomes...), r.skipped...)
	done, left := 0, false
	for _, o := range all {
		if o.Result == keys.ResultDone {
			done++
		}
		left = left || o.Result == keys.ResultNotTried
	}
	b := report{title: words.BatchPartlyDone(r.op, done, len(all))}
	if left {
		b.why = words.EndingReason(*r.result, r.locked || client.KindOf(r.result.Err) == client.KindLocked, r.left && !r.stopping)
	}
	for _, result := range []keys.Result{keys.ResultNotDone, keys.ResultPending, keys.ResultNotTried, keys.ResultDone, keys.ResultSkipped} {
		for _, o := range all {
			if o.Result == result {
				b.lines = append(b.lines, reportLine{id: o.ID, word: words.OutcomeWord(r.op, o.Result), reason: words.OutcomeReason(r.op, o, r.left), icon: words.OutcomeIcon(o.Result)})
			}
		}
	}
	return b
}

// Text is the report as plain text, a line for each key.
func (b report) Text() string {
	var t strings.Builder
	t.WriteString(b.title + "\n")
	if b.why != "" {
		t.WriteString(b.why + "\n")
	}
	t.WriteString("\n")
	for _, l := range b.lines {
		t.WriteString(strings.TrimRight(l.id+"\t"+l.word+"\t"+l.reason, "\t") + "\n")
	}
	return t.String()
}

// showReport says what became of each key. The focus is on what does no harm: it may be on its way to
// something that the end has just taken away.
func (b *Runner) showReport(run *run) {
	report := run.report()
	copyList := control.NewButton(lang.L("Copy List"), control.ButtonDefault, nil)
	closeReport := func() {
		b.win.Dialogs.Dismiss()
		b.finish()
	}
	buttons := container.NewHBox(copyList, layout.NewSpacer())
	copyList.OnTapped = func() {
		b.win.CopyText(report.Text())
		copyList.SetText(lang.L("Copied"))
		buttons.Refresh()
	}
	if len(run.result.Left()) > 0 && !run.left && !keys.Rejected(run.result.Err) {
		again := control.NewButton(lang.L("Try the Rest Again"), control.ButtonDefault, func() {
			b.win.Dialogs.Dismiss()
			b.retry(run)
		})
		buttons.Objects = append(buttons.Objects, again, style.Gap(4, 0))
	}
	done := control.NewButton(lang.L("Close"), control.ButtonPrimary, closeReport)
	buttons.Objects = append(buttons.Objects, done)

	var body []fyne.CanvasObject
	if report.why != "" {
		body = append(body, dialog.Paragraph(report.why))
	}
	b.win.Dialogs.Show(dialog.Sheet{
		Title:    report.title,
		Icon:     theme.NewWarningThemedResource(theme.WarningIcon()),
		Width:    reportWidth,
		Body:     append(body, report.list(b.win.Dialogs)),
		Buttons:  buttons,
		First:    copyList,
		OnEscape: closeReport,
	})
}

func (b report) list(d *dialog.Dialogs) fyne.CanvasObject {
	width := d.Width(reportWidth)
	heights := map[string]float32{}
	measured := newReportRow()
	l := dialog.NewDialogList(len(b.lines),
		func() fyne.CanvasObject { return newReportRow() },
		func(i int, o fyne.CanvasObject) { o.(*reportRow).Set(b.lines[i]) },
		func(i int) float32 {
			l := b.lines[i]
			if len(l.id) > reportIDLength {
				return measured.Height(l, width)
			}
			if _, known := heights[l.reason]; !known {
				heights[l.reason] = measured.Height(l, width)
			}
			return heights[l.reason]
		})
	return l.In(width, d.Canvas.Size().Height-reportRoom)
}
