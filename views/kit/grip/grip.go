// Package grip provides the line between two column titles that is dragged to change the width of the left column.
package grip

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
)

// Width is how wide a grip is.
const Width = float32(11)

// Grip is the line between two column titles. Dragging it makes the column on its left wider or narrower. A double
// click makes the column as wide as its contents need.
type Grip struct {
	widget.BaseWidget
	style.Hover
	width      func() float32 // returns the current width of the column
	set        func(float32)  // changes it; 0 is as wide as the contents need
	line       *surface.Ground
	startX     float32 // where the pointer was when dragging began
	startWidth float32 // how wide the column was then
	dragged    bool
}

// New returns the grip of a column.
func New(width func() float32, set func(float32)) *Grip {
	g := &Grip{width: width, set: set, line: surface.NewLine()}
	g.Redraw = g.Refresh
	g.ExtendBaseWidget(g)
	return g
}

// Dragged changes the width.
func (g *Grip) Dragged(e *fyne.DragEvent) {
	if !g.dragged {
		g.dragged, g.startX, g.startWidth = true, e.AbsolutePosition.X-e.Dragged.DX, g.width()
	}
	g.set(max(1, g.startWidth+e.AbsolutePosition.X-g.startX))
}

// DragEnd implements fyne.Draggable.
func (g *Grip) DragEnd() { g.dragged = false }

// DoubleTapped makes the column as wide as its contents need.
func (g *Grip) DoubleTapped(*fyne.PointEvent) { g.set(0) }

// Cursor returns the arrows for dragging left and right.
func (g *Grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// AccessibilityLabel returns what the grip is for.
func (g *Grip) AccessibilityLabel() string { return lang.L("Column width") }

// AccessibilityRole returns the role of a button: the toolkit has none for a control that is dragged.
func (g *Grip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (g *Grip) CreateRenderer() fyne.WidgetRenderer { return &renderer{grip: g} }

type renderer struct{ grip *Grip }

func (r *renderer) Destroy() {}

func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(Width, 0) }

func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.grip.line} }

func (r *renderer) Layout(size fyne.Size) {
	width := style.LineWidth
	if r.grip.Hovered || r.grip.dragged {
		width = 3
	}
	r.grip.line.Move(fyne.NewPos((size.Width-width)/2, size.Height/4))
	r.grip.line.Resize(fyne.NewSize(width, size.Height/2))
}

func (r *renderer) Refresh() {
	g := r.grip
	g.line.Color = style.ColorRowLine
	if g.Hovered || g.dragged {
		g.line.Color = theme.ColorNamePrimary
	}
	g.line.Refresh()
	r.Layout(g.Size())
	canvas.Refresh(g)
}
