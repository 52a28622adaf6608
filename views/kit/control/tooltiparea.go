package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// TipArea lies over something in a row and explains it while the pointer rests there.
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

// Set changes the explanation.
func (a *TipArea) Set(message string) {
	if a.Message != message {
		a.tips.Withdraw(a)
	}
	a.Message = message
}

// MouseIn offers the explanation.
func (a *TipArea) MouseIn(*desktop.MouseEvent) {
	a.OnHover(true)
	if a.Message != "" {
		a.tips.Offer(a, a.Message)
	}
}

// MouseMoved is of no use to it.
func (a *TipArea) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the explanation back.
func (a *TipArea) MouseOut() {
	a.OnHover(false)
	a.tips.Withdraw(a)
}

// AccessibilityLabel is the explanation.
func (a *TipArea) AccessibilityLabel() string { return a.Message }

// AccessibilityRole is that of a text.
func (a *TipArea) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is how Fyne draws it: not at all.
func (a *TipArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
