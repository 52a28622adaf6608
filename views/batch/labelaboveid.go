package batch

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

// keyName names a key in a report: its label, if it has one, above its ID.
type keyName struct {
	widget.BaseWidget
	label *text.Text
	id    *text.Mono
	box   *fyne.Container
	width float32 // the label's width at most
}

func newKeyName() *keyName {
	n := &keyName{label: text.New("", style.SizeText, fyne.TextStyle{}), id: text.NewMono(reportIDLength, 3)}
	n.id.Set(strings.Repeat("0", reportIDLength), theme.ColorNameForeground)
	n.width = n.id.Width()
	n.box = container.New(layout.NewCustomPaddedVBoxLayout(0), n.label, n.id)
	n.ExtendBaseWidget(n)
	return n
}

// Set shows another key.
func (n *keyName) Set(label, id string) {
	style.Show(n.label, label != "")
	n.label.Set(style.Fitted(label, n.width, style.SizeText), theme.ColorNameForeground)
	n.id.Set(id, theme.ColorNameForeground)
	n.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (n *keyName) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.box) }
