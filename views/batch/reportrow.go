package batch

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

const reportIDLength = 36 // characters of an ID on a line of the report

// reportRow is one key in a report: an icon, its name and the result in a word, with the reason below.
type reportRow struct {
	widget.BaseWidget
	icon   *widget.Icon
	key    *keyName
	word   *text.Text
	reason *text.Wrapped
	box    *fyne.Container
}

func newReportRow() *reportRow {
	r := &reportRow{icon: widget.NewIcon(theme.ConfirmIcon()), key: newKeyName(), word: text.New("", style.SizeText, fyne.TextStyle{Bold: true}), reason: dialog.Paragraph("")}
	head := container.NewHBox(container.New(style.Centred{}, r.icon), container.New(style.Centred{}, r.key), layout.NewSpacer(), container.New(style.Centred{}, r.word), style.Gap(8, 0))
	left := r.icon.MinSize().Width + theme.Padding() - theme.InnerPadding() // so that the reason begins below the name
	below := container.New(layout.NewCustomPaddedLayout(-8, -4, left, 0), r.reason)
	r.box = container.New(layout.NewCustomPaddedVBoxLayout(0), head, below)
	r.reason.Importance = widget.LowImportance
	r.ExtendBaseWidget(r)
	return r
}

// Set shows another key.
func (r *reportRow) Set(l Line, label string) {
	r.icon.SetResource(l.Icon)
	r.key.Set(label, l.ID)
	r.word.Set(l.Word, theme.ColorNameForeground)
	r.reason.SetText(l.Reason)
	style.Show(r.box.Objects[1], l.Reason != "")
	r.box.Refresh()
}

// Height returns the height that a row needs in a report of this width.
func (r *reportRow) Height(l Line, label string, width float32) float32 {
	r.Set(l, label)
	r.Resize(fyne.NewSize(width-2*6, r.MinSize().Height))
	return r.MinSize().Height
}

// CreateRenderer implements fyne.Widget.
func (r *reportRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }
