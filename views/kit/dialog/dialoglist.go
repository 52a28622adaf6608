package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
)

// dialogList is rows in a dialog, which scroll where there are many: by wheel, or by keys once it has the
// focus.
type dialogList struct {
	widget.List
	frame *control.Panel
	rows  float32 // how high all rows are
	first float32 // how high those are that are to be seen at least
	whole bool    // all are in sight
}

// NewDialogList shows rows in a width. create makes a row, set has it show the one of a place, and height is
// what that one needs.
func NewDialogList(count int, create func() fyne.CanvasObject, set func(int, fyne.CanvasObject), height func(int) float32) *dialogList {
	l := &dialogList{frame: control.NewPanel(style.ColorTableHead)}
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
		l.rows += h + theme.Padding()
		if i < fewest {
			l.first = l.rows
		}
	}
	return l
}

// fewest is how many rows of a list are to be seen, even where the dialog has to scroll for that.
const fewest = 3

// In is the list in a frame, as high as its rows but no higher than most.
func (l *dialogList) In(width, most float32) fyne.CanvasObject {
	const padding = 6
	height := min(l.rows, max(most-2*padding, l.first))
	l.whole = height == l.rows
	return container.NewStack(l.frame, container.New(layout.NewCustomPaddedLayout(padding, padding, padding, padding),
		container.NewStack(style.Gap(width-2*padding, height), l)))
}

// Disabled keeps Tab from stopping at a list with nothing to scroll. Only of a fyne.Disableable does the toolkit ask
// that, so the list has Disable and Enable, too, which nothing calls.
func (l *dialogList) Disabled() bool { return l.whole }

// Disable does nothing: see Disabled.
func (l *dialogList) Disable() {}

// Enable does nothing: see Disabled.
func (l *dialogList) Enable() {}

// FocusGained shows that its keys scroll it.
func (l *dialogList) FocusGained() { l.mark(theme.ColorNamePrimary, 2) }

// FocusLost is the keyboard leaving.
func (l *dialogList) FocusLost() { l.mark(style.ColorBorder, 1) }

func (l *dialogList) mark(stroke fyne.ThemeColorName, width float32) {
	l.frame.Stroke = stroke
	l.frame.Rect.StrokeWidth = width
	l.frame.Refresh()
	canvas.Refresh(l.frame)
}

// TypedKey scrolls.
func (l *dialogList) TypedKey(e *fyne.KeyEvent) {
	if !control.ScrollByKey(&l.List, e.Name, 22) {
		press.Pass(l, e)
	}
}
