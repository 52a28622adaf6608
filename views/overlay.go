package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// An overlay is a container, and not one of the toolkit's pop-ups: it tells no screen reader of what is in
// those.

// newModal is an overlay with content in the middle of the window, which is darkened behind it.
func newModal(content fyne.CanvasObject) *fyne.Container {
	return container.New(inMiddle{}, newPanel(theme.ColorNameShadow), container.NewStack(newRaised(), content))
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
	r.recolor()
	return &raisedRenderer{WidgetRenderer: widget.NewSimpleRenderer(r.rect), raised: r}
}

func (r *raised) recolor() {
	r.rect.FillColor = themeColor(r, theme.ColorNameOverlayBackground)
	r.rect.Shadow = canvas.Shadow{Color: themeColor(r, theme.ColorNameShadow), BlurRadius: 14, Offset: fyne.NewPos(0, 4)}
}

type raisedRenderer struct {
	fyne.WidgetRenderer
	raised *raised
}

func (r *raisedRenderer) Refresh() {
	r.raised.recolor()
	r.raised.rect.Refresh()
}

// inMiddle fills the window with the first object, and puts the second in its middle.
type inMiddle struct{}

func (inMiddle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

func (inMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Resize(objects[1].MinSize().Min(size))
	fitted := objects[1].MinSize().Min(size) // wrapping is known only now that the width is
	objects[1].Resize(fitted)
	objects[1].Move(fyne.NewPos((size.Width-fitted.Width)/2, (size.Height-fitted.Height)/2))
}

// away fills the window behind a menu: a click on it closes the menu.
type away struct {
	widget.BaseWidget
	onTapped func()
}

func newAway(tapped func()) *away {
	a := &away{onTapped: tapped}
	a.ExtendBaseWidget(a)
	return a
}

// Tapped is a click beside the menu.
func (a *away) Tapped(*fyne.PointEvent) { a.onTapped() }

// TappedSecondary is a right click beside the menu.
func (a *away) TappedSecondary(*fyne.PointEvent) { a.onTapped() }

// Cursor is an arrow, whatever lies below.
func (a *away) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// AccessibilityLabel is what a click does.
func (a *away) AccessibilityLabel() string { return lang.L("Close the Menu") }

// AccessibilityRole is that of a button.
func (a *away) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is how Fyne draws it: not at all.
func (a *away) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(gap(0, 0))
}
