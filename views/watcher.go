package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// watcher holds the window's content, and notices the pointer moving over it: the toolkit asks everything
// under the pointer for its cursor then, and takes the innermost answer. Hovering, it tells one object only.
type watcher struct {
	widget.BaseWidget
	content fyne.CanvasObject
	onMoved func()
}

func newWatcher(content fyne.CanvasObject, onMoved func()) *watcher {
	w := &watcher{content: content, onMoved: onMoved}
	w.ExtendBaseWidget(w)
	return w
}

// Cursor notices the pointer.
func (w *watcher) Cursor() desktop.Cursor {
	w.onMoved()
	return desktop.DefaultCursor
}

// CreateRenderer is how Fyne draws it.
func (w *watcher) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.content) }
