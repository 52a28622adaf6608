package text

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// Wrapped is a label whose text wraps, also between Chinese characters.
type Wrapped struct {
	widget.Label
	lowered func(line *canvas.Text) float32 // returns how much lower than a Latin text the toolkit draws a line
}

// NewWrapped returns a text that wraps.
func NewWrapped(s string) *Wrapped {
	w := &Wrapped{lowered: style.Lowered}
	w.Wrapping = fyne.TextWrapWord
	w.Text = style.WithBreakMarks(s)
	w.ExtendBaseWidget(w)
	return w
}

// SetText replaces the text.
func (w *Wrapped) SetText(s string) { w.Label.SetText(style.WithBreakMarks(s)) }

// CreateRenderer implements fyne.Widget.
func (w *Wrapped) CreateRenderer() fyne.WidgetRenderer {
	return &wrappedRenderer{w.Label.CreateRenderer(), w}
}

// wrappedRenderer draws a text of another face higher than the toolkit does, so that its baselines are those of Latin text.
type wrappedRenderer struct {
	fyne.WidgetRenderer
	text *Wrapped
}

// Layout implements fyne.WidgetRenderer.
func (r *wrappedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.raise()
}

// Refresh implements fyne.WidgetRenderer.
func (r *wrappedRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.raise()
}

func (r *wrappedRenderer) raise() {
	size := r.text.Theme().Size(cmp.Or(r.text.SizeName, theme.SizeNameText))
	line := &canvas.Text{Text: r.text.AccessibilityLabel(), TextSize: size, TextStyle: r.text.TextStyle}
	at := fyne.NewPos(0, -r.text.lowered(line))
	for _, o := range r.Objects() {
		if o.Position() != at {
			o.Move(at)
		}
	}
}

// AccessibilityLabel returns the text without the marks for line breaks.
func (w *Wrapped) AccessibilityLabel() string {
	return strings.ReplaceAll(w.Text, style.BreakMark, "")
}
