package views

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// watcher lies below the window's content, and notices the pointer moving over it: the toolkit asks everything
// under the pointer for its cursor then, and takes the innermost answer. Hovering, it tells one object only.
// It does not hold the content: what a widget holds, the toolkit tells no screen reader of.
type watcher struct {
	widget.BaseWidget
	onMoved func()
}

func newWatcher(onMoved func()) *watcher {
	w := &watcher{onMoved: onMoved}
	w.ExtendBaseWidget(w)
	return w
}

// Cursor notices the pointer.
func (w *watcher) Cursor() desktop.Cursor {
	w.onMoved()
	return desktop.DefaultCursor
}

// CreateRenderer is how Fyne draws it: not at all.
func (w *watcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
