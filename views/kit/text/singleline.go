// Package text provides texts that nobody types into: of one line, wrapped, and in a monospaced typeface.
package text

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// Text is one line of plain text in a colour of the theme, without the padding that widget.Label has.
type Text struct {
	widget.BaseWidget
	Color fyne.ThemeColorName
	Line  *canvas.Text
}

// New returns a line of text.
func New(value string, size float32, style fyne.TextStyle) *Text {
	t := &Text{Color: theme.ColorNameForeground, Line: canvas.NewText(value, nil)}
	t.Line.TextSize = size
	t.Line.TextStyle = style
	t.ExtendBaseWidget(t)
	return t
}

// NewMonoLine returns a line of text in the typeface of Mono. For a text of the style Monospace, the toolkit would load the
// same font again, which takes several milliseconds.
func NewMonoLine(value string, size float32) *Text {
	t := New(value, size, fyne.TextStyle{})
	t.Line.FontSource = theme.DefaultTextMonospaceFont()
	return t
}

// Set changes the text and its colour.
func (t *Text) Set(value string, color fyne.ThemeColorName) {
	if t.Line.Text == value && t.Color == color {
		return
	}
	t.Line.Text = value
	t.Color = color
	t.Refresh()
}

// AccessibilityLabel returns the text.
func (t *Text) AccessibilityLabel() string { return t.Line.Text }

// AccessibilityRole returns the role of a text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.recolor()
	return &textRenderer{text: t}
}

func (t *Text) recolor() {
	t.Line.Color = style.Color(t, t.Color)
}

type textRenderer struct{ text *Text }

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Layout(size fyne.Size)        { style.PlaceLine(r.text.Line, 0, size.Height) }
func (r *textRenderer) MinSize() fyne.Size           { return r.text.Line.MinSize() }
func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text.Line} }
func (r *textRenderer) Refresh() {
	r.text.recolor()
	r.Layout(r.text.Size())
	r.text.Line.Refresh()
}
