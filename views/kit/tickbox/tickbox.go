// Package tickbox provides the box that selects a row, or all rows.
package tickbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

const (
	size       = float32(14)
	frameWidth = float32(1.5) // the toolkit softens its edges: of a line of 1, no pixel has the line's own colour
)

// Box selects a row, or all rows, in addition to those that are selected. Like a control.Link, it takes no focus, and
// acts only if it has the same target when the mouse button is released as when it was pressed.
type Box struct {
	widget.BaseWidget
	style.Hover
	target  string // a key ID; "" is all keys
	onTick  func(target string)
	pressed string
	Ticked  bool
	Mixed   bool // some rows are selected, but not all

	frame *canvas.Rectangle
	mark  [2]*canvas.Line
	dash  *canvas.Line // shown if Mixed
}

// New returns a box. onTick is called when the box is clicked, onHover when the pointer enters or leaves it.
func New(onTick func(target string), onHover func(in bool)) *Box {
	b := &Box{onTick: onTick, frame: &canvas.Rectangle{StrokeWidth: frameWidth, CornerRadius: 3}}
	for i := range b.mark {
		b.mark[i] = &canvas.Line{StrokeWidth: 1.6}
	}
	b.dash = &canvas.Line{StrokeWidth: 2}
	b.OnHover, b.Redraw = onHover, b.Refresh
	b.ExtendBaseWidget(b)
	return b
}

// Set sets what a click selects, and whether it is selected now.
func (b *Box) Set(target string, ticked bool) {
	b.target = target
	if b.Ticked != ticked {
		b.Ticked = ticked
		b.Refresh()
	}
}

// SetMixed sets whether some rows are selected, but not all.
func (b *Box) SetMixed(mixed bool) {
	if b.Mixed != mixed {
		b.Mixed = mixed
		b.Refresh()
	}
}

// MouseDown implements desktop.Mouseable. It records the target for Tapped.
func (b *Box) MouseDown(*desktop.MouseEvent) { b.pressed = b.target }

// MouseUp implements desktop.Mouseable. It does nothing.
func (b *Box) MouseUp(*desktop.MouseEvent) {}

// Tapped calls onTick, unless the box has got another target since the button was pressed.
func (b *Box) Tapped(*fyne.PointEvent) {
	if b.pressed == b.target {
		b.onTick(b.target)
	}
}

// Cursor returns a hand.
func (b *Box) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel returns what the box selects, and whether it is ticked.
func (b *Box) AccessibilityLabel() string {
	name, state := lang.L("Select all"), lang.X("check.off", "not ticked")
	if b.target != "" {
		name = lang.L("Select {{.ID}}", map[string]any{"ID": b.target})
	}
	switch {
	case b.Ticked:
		state = lang.X("check.on", "ticked")
	case b.Mixed:
		state = lang.X("check.mixed", "partly ticked")
	}
	return name + ": " + state
}

// AccessibilityRole returns the role of a button: the toolkit has none for a tick box.
func (b *Box) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (b *Box) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{box: b}
	r.recolor()
	return r
}

type renderer struct{ box *Box }

func (r *renderer) Destroy() {}

func (r *renderer) MinSize() fyne.Size { return fyne.NewSquareSize(size) }

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box.frame, r.box.mark[0], r.box.mark[1], r.box.dash}
}

func (r *renderer) Layout(room fyne.Size) {
	b := r.box
	at := fyne.NewPos(float32(int((room.Width-size)/2)+1), float32(int((room.Height-size)/2)))
	b.frame.Move(at)
	b.frame.Resize(fyne.NewSquareSize(size))
	corner := at.AddXY(6, 10)
	b.mark[0].Position1, b.mark[0].Position2 = at.AddXY(3.2, 7.2), corner
	b.dash.Position1, b.dash.Position2 = at.AddXY(3.5, size/2), at.AddXY(size-3.5, size/2)
	b.mark[1].Position1, b.mark[1].Position2 = corner, at.AddXY(11, 4.2)
}

func (r *renderer) Refresh() {
	r.recolor()
	r.Layout(r.box.Size())
	canvas.Refresh(r.box)
}

func (r *renderer) recolor() {
	b := r.box
	fill, stroke := style.ColorCard, style.ColorBox
	if b.Hovered {
		stroke = theme.ColorNamePrimary
	}
	if b.Ticked || b.Mixed {
		fill, stroke = style.ColorPrimaryFill, theme.ColorNamePrimary
	}
	b.frame.FillColor, b.frame.StrokeColor = style.Color(b, fill), style.Color(b, stroke)
	b.dash.StrokeColor, b.dash.Hidden = style.Color(b, style.ColorOnPrimary), !b.Mixed
	for _, line := range b.mark {
		line.StrokeColor = style.Color(b, style.ColorOnPrimary)
		line.Hidden = !b.Ticked
	}
}
