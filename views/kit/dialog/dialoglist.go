package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
)

// dialogList is a list of rows in a dialog. If there are too many, it scrolls by the wheel, or by keys while it has the
// focus.
type dialogList struct {
	widget.List
	frame      *surface.Panel
	rowsHeight float32 // the height of all rows
	minHeight  float32 // the height of the rows that must be visible at least
	allVisible bool    // all rows are visible
}

// NewDialogList returns a list of count rows. create makes a row, set fills it for an index, and height returns the
// height of the row at an index.
func NewDialogList(count int, create func() fyne.CanvasObject, set func(int, fyne.CanvasObject), height func(int) float32) *dialogList {
	l := &dialogList{frame: surface.NewPanel(style.ColorTableHead)}
	l.frame.Stroke = style.ColorBorder
	l.frame.Rect.StrokeWidth = 1
	l.frame.Rect.CornerRadius = 6
	l.HideSeparators = true
	l.Length = func() int { return count }
	l.CreateItem = create
	l.UpdateItem = set
	l.OnSelected = func(id widget.ListItemID) { l.Unselect(id) }
	l.ExtendBaseWidget(l)
	for i := range count {
		h := height(i)
		l.SetItemHeight(i, h)
		l.rowsHeight += h + theme.Padding()
		if i < minRows {
			l.minHeight = l.rowsHeight
		}
	}
	return l
}

// minRows is how many rows of a list are visible at least, even if the dialog has to scroll for that.
const minRows = 3

// In returns the list in a frame, as high as its rows but no higher than most returns.
func (l *dialogList) In(most func() float32) fyne.CanvasObject {
	const padding = 6
	height := func() float32 {
		h := min(l.rowsHeight, max(most()-2*padding, l.minHeight))
		l.allVisible = h == l.rowsHeight
		return h
	}
	return container.NewStack(l.frame, container.New(layout.NewCustomPaddedLayout(padding, padding, padding, padding), AsHigh(height, l)))
}

// Disabled reports whether the list need not scroll, so that Tab does not stop at it. The toolkit asks only a
// fyne.Disableable, so the list also has Disable and Enable, which nothing calls.
func (l *dialogList) Disabled() bool { return l.allVisible }

// Disable does nothing: see Disabled.
func (l *dialogList) Disable() {}

// Enable does nothing: see Disabled.
func (l *dialogList) Enable() {}

// FocusGained highlights the frame.
func (l *dialogList) FocusGained() { l.drawFrame(theme.ColorNamePrimary, 2) }

// FocusLost draws the frame as usual again.
func (l *dialogList) FocusLost() { l.drawFrame(style.ColorBorder, 1) }

func (l *dialogList) drawFrame(stroke fyne.ThemeColorName, width float32) {
	l.frame.Stroke = stroke
	l.frame.Rect.StrokeWidth = width
	l.frame.Refresh()
	canvas.Refresh(l.frame)
}

// TypedKey scrolls the list, and passes the keys that do not scroll on to the window.
func (l *dialogList) TypedKey(e *fyne.KeyEvent) {
	if !scroll.ListByKey(&l.List, e.Name, 22) {
		press.Pass(l, e)
	}
}
