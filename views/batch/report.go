package batch

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"accesskeys/app/keys"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

const reportWidth = float32(540)

// Report says in words how an action on several keys went, for each key.
type Report struct {
	Title string
	Why   string // why some keys were not tried; "" if all were
	Lines []Line
	Icon  fyne.Resource
	Label func(id string) string // returns the user's label for a key, or ""
}

// Line is the result for one key.
type Line struct {
	ID, Word, Reason string
	Icon             fyne.Resource
}

// report returns the report of a run. What was not done comes first, because it needs the user's attention.
func (b *Runner) report(r *run) Report {
	all := append(append([]keys.Outcome{}, r.result.Outcomes...), r.skipped...)
	counts := map[keys.Result]int{}
	for _, o := range all {
		counts[o.Result]++
	}
	title := words.BatchPartlyDone(r.op, counts[keys.ResultDone], len(r.result.Outcomes))
	if counts[keys.ResultDone]+counts[keys.ResultPending] == 0 {
		title = words.BatchNotDone(r.op, len(r.result.Outcomes))
	}
	out := Report{Title: title, Icon: style.WarningSign(), Label: b.label}
	if counts[keys.ResultNotTried] > 0 {
		out.Why = endingReason(r)
	}
	for _, result := range []keys.Result{keys.ResultNotDone, keys.ResultPending, keys.ResultNotTried, keys.ResultDone, keys.ResultSkipped} {
		for _, o := range all {
			if o.Result == result {
				out.Lines = append(out.Lines, Line{ID: o.ID, Word: words.OutcomeWord(r.op, o.Result), Reason: words.OutcomeReason(r.op, o, r.sessionEnded), Icon: words.OutcomeIcon(o.Result)})
			}
		}
	}
	return out
}

// text returns the report as plain text, a line for each key.
func (b Report) text() string {
	var t strings.Builder
	t.WriteString(b.Title + "\n")
	if b.Why != "" {
		t.WriteString(b.Why + "\n")
	}
	t.WriteString("\n")
	for _, l := range b.Lines {
		t.WriteString(strings.TrimRight(words.Labelled(b.Label(l.ID), l.ID)+"\t"+l.Word+"\t"+l.Reason, "\t") + "\n")
	}
	return t.String()
}

// showReport shows the result for each key, and offers to go on with the rest.
func (b *Runner) showReport(run *run) {
	var again *control.Button
	if len(run.result.Left()) > 0 && !run.sessionEnded && !keys.Rejected(run.result.Err) {
		again = control.NewButton(words.DoTheRest(run.op, run.isPartlyTried()), control.ButtonDefault, func() {
			b.win.Dialogs.Dismiss()
			b.retry(run)
		})
	}
	b.report(run).Show(b.win, b.finish, again)
}

// Show opens the report as a dialog and calls done when it is closed. more is an additional button, or nil. Presses in
// the first moment are ignored: they may have been meant for what the report has just replaced.
func (b Report) Show(win *page.Window, done func(), more *control.Button) {
	copyList := control.NewButton(lang.L("Copy List"), control.ButtonDefault, nil)
	closeReport := func() {
		win.Dialogs.Dismiss()
		done()
	}
	buttons := container.NewHBox(copyList, layout.NewSpacer())
	copyList.OnTapped = func() {
		win.CopyText(b.text())
		copyList.SetText(lang.L("Copied"))
		buttons.Refresh()
	}
	if more != nil {
		buttons.Objects = append(buttons.Objects, more, style.Gap(4, 0))
	}
	shut := control.NewButton(lang.L("Close"), control.ButtonPrimary, closeReport)
	buttons.Objects = append(buttons.Objects, shut)

	var body []fyne.CanvasObject
	if b.Why != "" {
		body = append(body, dialog.Paragraph(b.Why))
	}
	win.Dialogs.Show(dialog.Sheet{
		Title:    b.Title,
		Icon:     b.Icon,
		Width:    reportWidth,
		Body:     append(body, b.list(win.Dialogs, body)),
		Buttons:  buttons,
		First:    shut,
		OnEscape: closeReport,
	})
	win.Presses.Arrived()
}

// list returns the list of the lines, for a dialog that also contains beside.
func (b Report) list(d *dialog.Dialogs, beside []fyne.CanvasObject) fyne.CanvasObject {
	width := d.Width(reportWidth)
	type look struct {
		reason   string
		labelled bool
	}
	heights := map[look]float32{}
	measured := newReportRow()
	l := dialog.NewDialogList(len(b.Lines),
		func() fyne.CanvasObject { return newReportRow() },
		func(i int, o fyne.CanvasObject) { o.(*reportRow).Set(b.Lines[i], b.Label(b.Lines[i].ID)) },
		func(i int) float32 {
			line := b.Lines[i]
			label := b.Label(line.ID)
			if len(line.ID) > reportIDLength {
				return measured.Height(line, label, width)
			}
			as := look{line.Reason, label != ""}
			if _, known := heights[as]; !known {
				heights[as] = measured.Height(line, label, width)
			}
			return heights[as]
		})
	return l.In(d.ListHeight(reportWidth, beside))
}
