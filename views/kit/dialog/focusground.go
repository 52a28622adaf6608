package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// FocusGround lies below what is in a dialog or on the lock page, and beside it. The toolkit takes the keyboard from what
// has it when something else is clicked; a click on the ground gives it back, so that keys go on being answered.
type FocusGround struct {
	widget.BaseWidget
	had fyne.Focusable
}

// NewFocusGround returns a ground.
func NewFocusGround() *FocusGround {
	g := &FocusGround{}
	g.ExtendBaseWidget(g)
	return g
}

func (g *FocusGround) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(g) }

// MouseDown remembers what has the keyboard.
func (g *FocusGround) MouseDown(*desktop.MouseEvent) {
	if c := g.canvas(); c != nil && c.Focused() != nil {
		g.had = c.Focused()
	}
}

// MouseUp is of no use to it: the toolkit takes the keyboard after it.
func (g *FocusGround) MouseUp(*desktop.MouseEvent) {}

// Tapped gives the keyboard back.
func (g *FocusGround) Tapped(*fyne.PointEvent) {
	if c := g.canvas(); c != nil && c.Focused() == nil && g.had != nil {
		c.Focus(g.had)
	}
}

// TappedSecondary gives the keyboard back.
func (g *FocusGround) TappedSecondary(e *fyne.PointEvent) { g.Tapped(e) }

// Cursor is an arrow, whatever lies below.
func (g *FocusGround) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer is how Fyne draws it: not at all.
func (g *FocusGround) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(style.Gap(0, 0))
}
