package rotation

import (
	"slices"

	"fyne.io/fyne/v2"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/steady"
)

// fixedButtons is a page's buttons that do not scroll. While the pointer is over one of them, the page waits to grow as
// messages below it go: the button would move away from under the pointer.
type fixedButtons struct {
	tasks    *background.Tasks
	relayout func()
	all      []*control.Button
	used     steady.Height
	width    float32 // for which the page was laid out
}

func (f *fixedButtons) add(b *control.Button) {
	b.OnHover = func(bool) { f.pointerMoved() }
	f.all = append(f.all, b)
}

// height returns the height to use of size.
func (f *fixedButtons) height(size fyne.Size) float32 {
	resized := size.Width != f.width
	f.width = size.Width
	return f.used.Grow(size.Height, !resized && f.havePointer())
}

func (f *fixedButtons) havePointer() bool {
	return slices.ContainsFunc(f.all, func(b *control.Button) bool { return b.Hovered })
}

// pointerMoved has the page grow if it has waited to and the pointer has left the buttons.
func (f *fixedButtons) pointerMoved() {
	if !f.used.Pending() || f.havePointer() {
		return
	}
	f.tasks.After(steady.LeaveTime, func() {
		if f.used.Pending() && !f.havePointer() {
			f.relayout()
		}
	})
}
