package accounts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"accesskeys/app/settings"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
)

// newMark returns the letters of an account on its colour.
func newMark(letters string, c settings.Colour) fyne.CanvasObject {
	ground := surface.NewPanel(style.MarkColor(string(c)))
	ground.Rect.CornerRadius = 4
	text := text.New(letters, style.SizeCaption, fyne.TextStyle{Bold: true})
	text.Color = style.ColorOnMark
	return container.New(style.Centred{}, container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(1, 1, 5, 5), text)))
}
