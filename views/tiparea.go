package views

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tipArea lies over something in a row and explains it while the pointer rests there.
type tipArea struct {
	widget.BaseWidget
	OnHover func(in bool)
	tips    *tips
	message string
}

func newTipArea(tips *tips) *tipArea {
	a := &tipArea{tips: tips, OnHover: func(bool) {}}
	a.ExtendBaseWidget(a)
	return a
}

// Set changes the explanation.
func (a *tipArea) Set(message string) {
	if a.message != message {
		a.tips.Withdraw(a)
	}
	a.message = message
}

// MouseIn offers the explanation.
func (a *tipArea) MouseIn(*desktop.MouseEvent) {
	a.OnHover(true)
	if a.message != "" {
		a.tips.Offer(a, a.message)
	}
}

// MouseMoved is of no use to it.
func (a *tipArea) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the explanation back.
func (a *tipArea) MouseOut() {
	a.OnHover(false)
	a.tips.Withdraw(a)
}

// AccessibilityLabel is the explanation.
func (a *tipArea) AccessibilityLabel() string { return a.message }

// AccessibilityRole is that of a text.
func (a *tipArea) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is how Fyne draws it: not at all.
func (a *tipArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
