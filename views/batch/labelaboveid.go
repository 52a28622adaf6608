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

// keyName is a key in a list: its label, if it has one, above its ID.
type keyName struct {
	widget.BaseWidget
	label *text.Text
	id    *text.Mono
	box   *fyne.Container
	width float32 // the label's width at most
}

// newKeyName returns a name that has room for so many characters of an ID on a line.
func newKeyName(room int) *keyName {
	n := &keyName{label: text.New("", style.SizeText, fyne.TextStyle{}), id: text.NewMono(room, 3)}
	n.id.Set(strings.Repeat("0", room), theme.ColorNameForeground)
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
