package tooltip

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Area is an invisible area over another object that shows a tip while the pointer rests on it.
type Area struct {
	widget.BaseWidget
	OnHover func(in bool)
	tips    *Tips
	Message string
}

// NewArea returns an area without a tip.
func NewArea(tips *Tips) *Area {
	a := &Area{tips: tips, OnHover: func(bool) {}}
	a.ExtendBaseWidget(a)
	return a
}

// Set changes the tip.
func (a *Area) Set(message string) {
	if a.Message != message {
		a.tips.Withdraw(a)
	}
	a.Message = message
}

// MouseIn implements desktop.Hoverable. It offers the tip.
func (a *Area) MouseIn(*desktop.MouseEvent) {
	a.OnHover(true)
	if a.Message != "" {
		a.tips.Offer(a, a.Message)
	}
}

// MouseMoved implements desktop.Hoverable. It does nothing.
func (a *Area) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable. It withdraws the tip.
func (a *Area) MouseOut() {
	a.OnHover(false)
	a.tips.Withdraw(a)
}

// AccessibilityLabel returns the tip.
func (a *Area) AccessibilityLabel() string { return a.Message }

// AccessibilityRole returns the role of a text.
func (a *Area) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget. The renderer draws nothing.
func (a *Area) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
