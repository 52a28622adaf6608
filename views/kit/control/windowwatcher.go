package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Watcher lies below the window's content, and notices the window getting another size, and the pointer moving
// over it: the toolkit asks everything under the pointer for its cursor then, and takes the innermost answer.
// Hovering, it tells one object only. It does not hold the content: what a widget holds, the toolkit tells no
// screen reader of.
type Watcher struct {
	widget.BaseWidget
	onMoved   func()
	onResized func(fyne.Size)
}

// NewWatcher returns a watcher that calls onMoved and onResized.
func NewWatcher(onMoved func(), onResized func(fyne.Size)) *Watcher {
	w := &Watcher{onMoved: onMoved, onResized: onResized}
	w.ExtendBaseWidget(w)
	return w
}

// Resize is how the toolkit gives it another size.
func (w *Watcher) Resize(size fyne.Size) {
	w.BaseWidget.Resize(size)
	w.onResized(size)
}

// Cursor notices the pointer.
func (w *Watcher) Cursor() desktop.Cursor {
	w.onMoved()
	return desktop.DefaultCursor
}

// CreateRenderer is how Fyne draws it: not at all.
func (w *Watcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
