package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// waiting fills the window until there is something to show.
func waiting(message string) fyne.CanvasObject {
	busy := widget.NewActivity()
	busy.Start()
	label := widget.NewLabel(message)
	return container.New(centred{}, container.NewVBox(container.New(centred{}, busy), label))
}
