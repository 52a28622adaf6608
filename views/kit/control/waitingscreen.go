package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// Waiting fills the window until there is something to show. It stands still: the toolkit's spinners go
// on drawing the whole window, 60 times a second, after they are out of sight.
// Below the message stands what can be done instead, if anything.
func Waiting(message string, instead ...*Button) fyne.CanvasObject {
	parts := container.NewVBox(container.New(style.Centred{}, widget.NewLabel(message)))
	for _, b := range instead {
		parts.Add(container.New(style.Centred{}, b))
	}
	return container.New(style.Centred{}, parts)
}
