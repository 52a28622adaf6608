package accounts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/settings"
	"accesskeys/assets"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// newMark is the letters of an account on its colour.
func newMark(letters string, c settings.Colour) fyne.CanvasObject {
	ground := control.NewPanel(style.MarkColor(string(c)))
	ground.Rect.CornerRadius = 4
	text := control.NewText(letters, style.SizeCaption, fyne.TextStyle{Bold: true})
	text.Color = style.ColorOnMark
	return container.New(style.Centred{}, container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(1, 1, 5, 5), text)))
}

// dot is an account's colour, as the icon of a menu's item. It keeps its colour there.
type dot struct{ *theme.ThemedResource }

func newDot(c settings.Colour) fyne.Resource {
	return dot{theme.NewColoredResource(assets.Drawn("dot"), style.MarkColor(string(c)))}
}

// KeepsColor reports that it is not drawn in the colour of the text beside it.
func (dot) KeepsColor() bool { return true }
