package control

import (
	"accesskeys/views/kit/style"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Waiting fills the window until there is something to show. It stands still: the toolkit's spinners go
// on drawing the whole window, 60 times a second, after they are out of sight.
func Waiting(message string) fyne.CanvasObject {
	return container.New(style.Centred{}, widget.NewLabel(message))
}
