package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// NewWaitingScreen returns a message that fills the window until there is something to show. Below the message are the buttons
// for what can be done instead, if any. Nothing moves: the toolkit's spinners go on drawing the whole window 60 times a
// second even when they are hidden.
func NewWaitingScreen(message string, instead ...*control.Button) fyne.CanvasObject {
	row := container.New(layout.NewCustomPaddedHBoxLayout(2 * theme.Padding()))
	for _, b := range instead {
		row.Add(b)
	}
	return container.New(style.Centred{}, container.NewVBox(container.New(style.Centred{}, widget.NewLabel(message)), container.New(style.Centred{}, row)))
}
