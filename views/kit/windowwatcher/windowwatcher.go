// Package windowwatcher notices when a window is resized and when the pointer moves over it.
package windowwatcher

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Watcher lies below the window's content, and notices when the window is resized and when the pointer moves over it.
// To notice the pointer it implements Cursor, which the toolkit calls on every object under the pointer; hover events
// go to one object only. It does not contain the window's content, because the toolkit hides the children of a widget
// from screen readers.
type Watcher struct {
	widget.BaseWidget
	onMoved   func()
	onResized func(fyne.Size)
}

// New returns a watcher that calls onMoved and onResized.
func New(onMoved func(), onResized func(fyne.Size)) *Watcher {
	w := &Watcher{onMoved: onMoved, onResized: onResized}
	w.ExtendBaseWidget(w)
	return w
}

// Resize implements fyne.CanvasObject. It calls onResized.
func (w *Watcher) Resize(size fyne.Size) {
	w.BaseWidget.Resize(size)
	w.onResized(size)
}

// Cursor implements desktop.Cursorable. It calls onMoved.
func (w *Watcher) Cursor() desktop.Cursor {
	w.onMoved()
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget. The renderer draws nothing.
func (w *Watcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
