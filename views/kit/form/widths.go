package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"accesskeys/views/kit/style"
)

// Width is the width of a form of one column.
const Width = float32(420)

// fieldWidth is the width of all drop-down lists and short fields of a form.
const fieldWidth = float32(220)

// OfOneWidth gives a drop-down list or a field the width that all of them have in a form.
func OfOneWidth(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewHBox(container.NewStack(style.Gap(fieldWidth, 0), o))
}
