package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
)

// The overlays are containers and not the toolkit's pop-ups, because it hides the contents of pop-ups from screen
// readers.

// newModal returns an overlay with content in the middle of the window. The window behind it is darkened.
func newModal(content fyne.CanvasObject) *fyne.Container {
	return container.New(middleLayout{}, container.NewStack(surface.NewGround(style.ColorShadow), NewFocusGround()), container.NewStack(newRaised(), content))
}

// newRaised returns the background of a dialog or a menu.
func newRaised() *raised {
	r := &raised{rect: &canvas.Rectangle{CornerRadius: 6, StrokeWidth: 1}}
	r.ExtendBaseWidget(r)
	return r
}

// raised is a rectangle with a shadow, and a border because no shadow is seen on black.
type raised struct {
	widget.BaseWidget
	rect *canvas.Rectangle
}

// CreateRenderer implements fyne.Widget.
func (r *raised) CreateRenderer() fyne.WidgetRenderer {
	return style.NewRenderer(r.rect, r.recolor)
}

func (r *raised) recolor() {
	r.rect.FillColor = style.Color(r, theme.ColorNameOverlayBackground)
	r.rect.StrokeColor = style.Color(r, style.ColorEdge)
	r.rect.Shadow = canvas.Shadow{Color: style.Color(r, style.ColorShadow), BlurRadius: 14, Offset: fyne.NewPos(0, 4)}
}

// middleLayout fills the window with the first object, and puts the second into the middle.
type middleLayout struct{}

func (middleLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} } // with another size, the toolkit could make the overlay larger than the window

func (middleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	fitted := fit(objects[1], size)
	objects[1].Move(fyne.NewPos((size.Width-fitted.Width)/2, (size.Height-fitted.Height)/2))
}

// fit gives o its minimum size, but no more than a window of a size has room for, and returns the result.
func fit(o fyne.CanvasObject, window fyne.Size) fyne.Size {
	room := window.SubtractWidthHeight(2*outside, 2*outside)
	o.Resize(o.MinSize().Min(room))
	fitted := o.MinSize().Min(room) // the height of text that wraps depends on the width
	o.Resize(fitted)
	return fitted
}

// Backdrop fills the window behind a menu or a popover: a click on it closes that, and does nothing to what is there except to
// some buttons, or what beside says.
type Backdrop struct {
	widget.BaseWidget
	close   func()
	through []*control.Button // a click on one of these presses it too
	beside  func(at fyne.Position) (press func())
}

func newBackdrop(close func(), through []*control.Button) *Backdrop {
	b := &Backdrop{close: close, through: through}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped closes the menu, and presses what is below the pointer if that lets clicks through.
func (b *Backdrop) Tapped(e *fyne.PointEvent) {
	if e == nil { // by no pointer
		b.close()
		return
	}
	press := func() {}
	if b.beside != nil {
		press = b.beside(e.AbsolutePosition)
	}
	b.close()
	press()
	for _, button := range b.through {
		if style.Covers(button, e.AbsolutePosition) {
			button.Tapped(e)
			return
		}
	}
}

// TappedSecondary closes the menu.
func (b *Backdrop) TappedSecondary(*fyne.PointEvent) { b.close() }

// Cursor returns an arrow, whatever lies below.
func (b *Backdrop) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// AccessibilityLabel returns what a click does.
func (b *Backdrop) AccessibilityLabel() string { return lang.L("Close the Menu") }

// AccessibilityRole returns the role of a button.
func (b *Backdrop) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget. The renderer draws nothing.
func (b *Backdrop) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(style.Gap(0, 0))
}
