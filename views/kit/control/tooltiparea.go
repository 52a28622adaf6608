package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// TipArea is an invisible area over another object that shows a tip while the pointer rests on it.
type TipArea struct {
	widget.BaseWidget
	OnHover func(in bool)
	tips    *Tips
	Message string
}

// NewTipArea returns an area without a tip.
func NewTipArea(tips *Tips) *TipArea {
	a := &TipArea{tips: tips, OnHover: func(bool) {}}
	a.ExtendBaseWidget(a)
	return a
}

// Set changes the tip.
func (a *TipArea) Set(message string) {
	if a.Message != message {
		a.tips.Withdraw(a)
	}
	a.Message = message
}

// MouseIn implements desktop.Hoverable. It offers the tip.
func (a *TipArea) MouseIn(*desktop.MouseEvent) {
	a.OnHover(true)
	if a.Message != "" {
		a.tips.Offer(a, a.Message)
	}
}

// MouseMoved implements desktop.Hoverable. It does nothing.
func (a *TipArea) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable. It withdraws the tip.
func (a *TipArea) MouseOut() {
	a.OnHover(false)
	a.tips.Withdraw(a)
}

// AccessibilityLabel returns the tip.
func (a *TipArea) AccessibilityLabel() string { return a.Message }

// AccessibilityRole returns the role of a text.
func (a *TipArea) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget. The renderer draws nothing.
func (a *TipArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
