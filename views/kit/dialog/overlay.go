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
)

// An overlay is a container, and not one of the toolkit's pop-ups: it tells no screen reader of what is in
// those.

// newModal is an overlay with content in the middle of the window, which is darkened behind it.
func newModal(content fyne.CanvasObject) *fyne.Container {
	return container.New(inMiddle{}, container.NewStack(control.NewGround(style.ColorShadow), NewFocusGround()), container.NewStack(newRaised(), content))
}

// newRaised is the ground of what lies over the window.
func newRaised() *raised {
	r := &raised{rect: &canvas.Rectangle{CornerRadius: 6}}
	r.ExtendBaseWidget(r)
	return r
}

// raised is a rectangle with a shadow.
type raised struct {
	widget.BaseWidget
	rect *canvas.Rectangle
}

// CreateRenderer is how Fyne draws it.
func (r *raised) CreateRenderer() fyne.WidgetRenderer {
	return style.NewRenderer(r.rect, r.recolor)
}

func (r *raised) recolor() {
	r.rect.FillColor = style.Color(r, theme.ColorNameOverlayBackground)
	r.rect.Shadow = canvas.Shadow{Color: style.Color(r, style.ColorShadow), BlurRadius: 14, Offset: fyne.NewPos(0, 4)}
}

// inMiddle fills the window with the first object, and puts the second in its middle.
type inMiddle struct{}

func (inMiddle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} } // the toolkit would make it larger than the window

func (inMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	fitted := fit(objects[1], size)
	objects[1].Move(fyne.NewPos((size.Width-fitted.Width)/2, (size.Height-fitted.Height)/2))
}

// fit makes o as small as it can be, but no larger than size, and returns how large that is.
func fit(o fyne.CanvasObject, size fyne.Size) fyne.Size {
	o.Resize(o.MinSize().Min(size))
	fitted := o.MinSize().Min(size) // wrapping is known only now that the width is
	o.Resize(fitted)
	return fitted
}

// Backdrop fills the window behind a menu: a click on it closes the menu.
type Backdrop struct {
	widget.BaseWidget
	onTapped func()
}

func newBackdrop(tapped func()) *Backdrop {
	b := &Backdrop{onTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped is a click beside the menu.
func (b *Backdrop) Tapped(*fyne.PointEvent) { b.onTapped() }

// TappedSecondary is a right click beside the menu.
func (b *Backdrop) TappedSecondary(*fyne.PointEvent) { b.onTapped() }

// Cursor is an arrow, whatever lies below.
func (b *Backdrop) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// AccessibilityLabel is what a click does.
func (b *Backdrop) AccessibilityLabel() string { return lang.L("Close the Menu") }

// AccessibilityRole is that of a button.
func (b *Backdrop) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is how Fyne draws it: not at all.
func (b *Backdrop) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(style.Gap(0, 0))
}
