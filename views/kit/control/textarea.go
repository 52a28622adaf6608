package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// TextArea is a field of several lines. Tab leaves it.
type TextArea struct {
	Entry
	rows int
}

// Begin initializes an empty field that shows rows lines and holds at most limit characters. self is the widget that
// embeds the field, or the field itself.
func (a *TextArea) Begin(self fyne.Widget, t *Typing, rows, limit int) {
	a.rows, a.MultiLine, a.Wrapping = rows, true, fyne.TextWrapWord
	a.Entry.Begin(self, t, limit)
}

// AcceptsTab implements fyne.Tabbable. It returns false, so that Tab moves to the next control.
func (a *TextArea) AcceptsTab() bool { return false }

// TypedKey is Entry.TypedKey, but refuses a line break if the field is full.
func (a *TextArea) TypedKey(k *fyne.KeyEvent) {
	if (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && a.roomLeft() == 0 {
		a.typing.OnTooLong(a.MaxLength)
		return
	}
	a.Entry.TypedKey(k)
}

// CreateRenderer implements fyne.Widget.
func (a *TextArea) CreateRenderer() fyne.WidgetRenderer {
	return &areaRenderer{WidgetRenderer: a.Entry.CreateRenderer(), area: a}
}

type areaRenderer struct {
	fyne.WidgetRenderer
	area *TextArea
}

// MinSize returns the height of the rows that the field shows. The toolkit scrolls to the others.
func (r *areaRenderer) MinSize() fyne.Size {
	line := fyne.MeasureText("x", theme.TextSize(), fyne.TextStyle{}).Height
	height := float32(r.area.rows)*line + float32(r.area.rows-1)*theme.LineSpacing() + 2*theme.InnerPadding()
	return fyne.NewSize(r.WidgetRenderer.MinSize().Width, max(height, ButtonHeight))
}
