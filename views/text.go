package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// text is one line of plain text in a colour of the theme, without the padding that widget.Label has.
type text struct {
	widget.BaseWidget
	Color fyne.ThemeColorName
	line  *canvas.Text
}

func newText(value string, size float32, style fyne.TextStyle) *text {
	t := &text{Color: theme.ColorNameForeground, line: canvas.NewText(value, nil)}
	t.line.TextSize = size
	t.line.TextStyle = style
	t.ExtendBaseWidget(t)
	return t
}

// Set shows another line, in a colour of the theme.
func (t *text) Set(value string, color fyne.ThemeColorName) {
	if t.line.Text == value && t.Color == color {
		return
	}
	t.line.Text = value
	t.Color = color
	t.Refresh()
}

// AccessibilityLabel is the text itself.
func (t *text) AccessibilityLabel() string { return t.line.Text }

// AccessibilityRole is that of a text.
func (t *text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is how Fyne draws it.
func (t *text) CreateRenderer() fyne.WidgetRenderer {
	t.recolor()
	return &textRenderer{text: t}
}

func (t *text) recolor() {
	t.line.Color = themeColor(t, t.Color)
}

type textRenderer struct{ text *text }

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Layout(size fyne.Size)        { r.text.line.Resize(size) }
func (r *textRenderer) MinSize() fyne.Size           { return r.text.line.MinSize() }
func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text.line} }
func (r *textRenderer) Refresh() {
	r.text.recolor()
	r.text.line.Refresh()
}
