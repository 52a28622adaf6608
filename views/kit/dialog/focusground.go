package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// FocusGround is the background of a dialog or of the lock page. When something other than the focused control is
// clicked, the toolkit takes the focus away. A click on the background gives it back, so that keys still work.
type FocusGround struct {
	widget.BaseWidget
	focused fyne.Focusable
}

// NewFocusGround returns a background.
func NewFocusGround() *FocusGround {
	g := &FocusGround{}
	g.ExtendBaseWidget(g)
	return g
}

func (g *FocusGround) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(g) }

// MouseDown implements desktop.Mouseable. It remembers which control has the focus.
func (g *FocusGround) MouseDown(*desktop.MouseEvent) {
	if c := g.canvas(); c != nil && c.Focused() != nil {
		g.focused = c.Focused()
	}
}

// MouseUp implements desktop.Mouseable. It does nothing, because the toolkit takes the focus away only afterwards.
func (g *FocusGround) MouseUp(*desktop.MouseEvent) {}

// Tapped gives the focus back.
func (g *FocusGround) Tapped(*fyne.PointEvent) {
	if c := g.canvas(); c != nil && c.Focused() == nil && g.focused != nil {
		c.Focus(g.focused)
	}
}

// TappedSecondary gives the focus back.
func (g *FocusGround) TappedSecondary(e *fyne.PointEvent) { g.Tapped(e) }

// Cursor returns an arrow, whatever lies below.
func (g *FocusGround) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer implements fyne.Widget. The renderer draws nothing.
func (g *FocusGround) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(style.Gap(0, 0))
}
