package tooltip

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Area is an invisible area over another object that shows a tip while the pointer rests on it.
type Area struct {
	widget.BaseWidget
	Hover
	Message string
}

// NewArea returns an area without a tip.
func NewArea(tips *Tips) *Area {
	a := &Area{Hover: Hover{Tips: tips}}
	a.TellOn(a, func() string { return a.Message })
	a.ExtendBaseWidget(a)
	return a
}

// Set changes the tip.
func (a *Area) Set(message string) {
	if a.Message != message {
		a.WithdrawTip()
	}
	a.Message = message
}

// AccessibilityLabel returns the tip.
func (a *Area) AccessibilityLabel() string { return a.Message }

// AccessibilityRole returns the role of a text.
func (a *Area) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget. The renderer draws nothing.
func (a *Area) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
