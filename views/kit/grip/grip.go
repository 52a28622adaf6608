// Package grip is the line between two columns' titles, by which the one before gets its width.
package grip

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// Width is how wide a grip is.
const Width = float32(11)

// Grip is the line between two columns' titles. Dragging it makes the column before it wider or narrower,
// and a double click as wide as it needs.
type Grip struct {
	widget.BaseWidget
	width   func() float32 // of the column now
	set     func(float32)
	line    *control.Ground
	hovered bool
	begun   float32 // where the pointer was, and how wide the column, when dragging began
	was     float32
	dragged bool
}

// New returns the grip of a column.
func New(width func() float32, set func(float32)) *Grip {
	g := &Grip{width: width, set: set, line: control.NewLine()}
	g.ExtendBaseWidget(g)
	return g
}

// Dragged changes the width.
func (g *Grip) Dragged(e *fyne.DragEvent) {
	if !g.dragged {
		g.dragged, g.begun, g.was = true, e.AbsolutePosition.X-e.Dragged.DX, g.width()
	}
	g.set(max(1, g.was+e.AbsolutePosition.X-g.begun))
}

// DragEnd leaves it.
func (g *Grip) DragEnd() { g.dragged = false }

// DoubleTapped makes the column as wide as it needs.
func (g *Grip) DoubleTapped(*fyne.PointEvent) { g.set(0) }

// MouseIn is the pointer coming over it.
func (g *Grip) MouseIn(*desktop.MouseEvent) { g.setHovered(true) }

// MouseMoved is of no use to it.
func (g *Grip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is the pointer going away.
func (g *Grip) MouseOut() { g.setHovered(false) }

func (g *Grip) setHovered(in bool) {
	g.hovered = in
	g.Refresh()
}

// Cursor shows in which direction it can be dragged.
func (g *Grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// AccessibilityLabel is what it is for.
func (g *Grip) AccessibilityLabel() string { return lang.L("Column width") }

// AccessibilityRole is that of a button: the toolkit has none for what is dragged.
func (g *Grip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is how Fyne draws it.
func (g *Grip) CreateRenderer() fyne.WidgetRenderer { return &renderer{grip: g} }

type renderer struct{ grip *Grip }

func (r *renderer) Destroy() {}

func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(Width, 0) }

func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.grip.line} }

func (r *renderer) Layout(size fyne.Size) {
	width := style.LineWidth
	if r.grip.hovered || r.grip.dragged {
		width = 3
	}
	r.grip.line.Move(fyne.NewPos((size.Width-width)/2, size.Height/4))
	r.grip.line.Resize(fyne.NewSize(width, size.Height/2))
}

func (r *renderer) Refresh() {
	g := r.grip
	g.line.Color = style.ColorRowLine
	if g.hovered || g.dragged {
		g.line.Color = theme.ColorNamePrimary
	}
	g.line.Refresh()
	r.Layout(g.Size())
	canvas.Refresh(g)
}
