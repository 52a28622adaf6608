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

// Wrapped is a label whose text wraps, also between Chinese characters, but not between a number and its unit.
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
	r.keepUnits(size.Width)
	r.WidgetRenderer.Layout(size)
	r.raise()
}

// Refresh implements fyne.WidgetRenderer.
func (r *wrappedRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.keepUnits(r.text.Size().Width)
	r.raise()
}

// keepUnits changes the text that the toolkit breaks into lines, not that of the label.
func (r *wrappedRenderer) keepUnits(width float32) {
	if (r.text.TextStyle != fyne.TextStyle{}) {
		return
	}
	kept := style.KeepUnits(r.text.Text, width-2*r.text.Theme().Size(theme.SizeNameInnerPadding), r.size())
	for _, o := range r.Objects() {
		if rich, ok := o.(*widget.RichText); ok {
			if shown := rich.Segments[0].(*widget.TextSegment); shown.Text != kept {
				shown.Text = kept
				rich.Refresh()
			}
		}
	}
}

// size returns the size of the characters.
func (r *wrappedRenderer) size() float32 {
	return r.text.Theme().Size(cmp.Or(r.text.SizeName, theme.SizeNameText))
}

func (r *wrappedRenderer) raise() {
	line := &canvas.Text{Text: r.text.AccessibilityLabel(), TextSize: r.size(), TextStyle: r.text.TextStyle}
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
