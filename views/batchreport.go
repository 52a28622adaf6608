package views

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app"
	"accesskeys/client"
)

const (
	reportWidth = float32(540)
	reportRoom  = float32(270) // the height of what is in a report beside the keys, at most
)

// batchReport is what became of each of several keys, in words.
type batchReport struct {
	title string
	why   string // some were not tried, if any were not
	lines []reportLine
}

// reportLine is what became of one key.
type reportLine struct {
	id, word, reason string
	icon             fyne.Resource
}

// report words how it went: first what was not done, which is what the person has to see to.
func (r *batchRun) report() batchReport {
	all := append(append([]app.Outcome{}, r.result.Outcomes...), r.skipped...)
	done, left := 0, false
	for _, o := range all {
		if o.Result == app.ResultDone {
			done++
		}
		left = left || o.Result == app.ResultNotTried
	}
	b := batchReport{title: batchPartlyDone(r.op, done, len(all))}
	if left {
		b.why = endingReason(*r.result, r.locked || client.KindOf(r.result.Err) == client.KindLocked, r.left)
	}
	for _, result := range []app.Result{app.ResultNotDone, app.ResultUnknown, app.ResultNotTried, app.ResultDone, app.ResultSkipped} {
		for _, o := range all {
			if o.Result == result {
				b.lines = append(b.lines, reportLine{id: o.ID, word: outcomeWord(r.op, o.Result), reason: outcomeReason(r.op, o, r.left), icon: outcomeIcon(o.Result)})
			}
		}
	}
	return b
}

// Text is the report as plain text, a line for each key.
func (b batchReport) Text() string {
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
func (p *keysPage) showReport(run *batchRun) {
	b := run.report()
	copyList := newButton(lang.L("Copy List"), buttonDefault, nil)
	closeReport := func() {
		p.dialogs.Dismiss()
		p.closeBatch()
	}
	buttons := container.NewHBox(copyList, layout.NewSpacer())
	copyList.OnTapped = func() {
		p.copyText(b.Text())
		copyList.SetText(lang.L("Copied"))
		buttons.Refresh()
	}
	if len(run.result.Left()) > 0 && !run.left && client.KindOf(run.result.Err) != client.KindUnauthorized {
		again := newButton(lang.L("Try the Rest Again"), buttonDefault, func() {
			p.dialogs.Dismiss()
			p.retryBatch(run)
		})
		again.OnKey = p.dialogs.key
		buttons.Objects = append(buttons.Objects, again, gap(4, 0))
	}
	done := newButton(lang.L("Close"), buttonPrimary, closeReport)
	copyList.OnKey, done.OnKey = p.dialogs.key, p.dialogs.key
	buttons.Objects = append(buttons.Objects, done)

	var body []fyne.CanvasObject
	if b.why != "" {
		body = append(body, paragraph(b.why))
	}
	p.dialogs.Show(sheet{
		Title:    b.title,
		Icon:     theme.NewWarningThemedResource(theme.WarningIcon()),
		Width:    reportWidth,
		Body:     append(body, b.list(p.dialogs)),
		Buttons:  buttons,
		First:    copyList,
		OnEscape: closeReport,
	})
}

func (b batchReport) list(d *dialogs) fyne.CanvasObject {
	width := d.width(reportWidth)
	heights := map[string]float32{}
	measured := newReportRow()
	l := newDialogList(len(b.lines),
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
	l.OnKey = d.key
	return l.In(width, d.canvas.Size().Height-reportRoom)
}
