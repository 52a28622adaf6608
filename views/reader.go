package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const readerPitch = float32(19) // from line to line

// reader shows a long text, which the keyboard scrolls. It draws only the lines that are in sight.
type reader struct {
	widget.List
	OnKey func(*fyne.KeyEvent)
	name  string
	lines []string
	room  int // characters on a line
	ring  *ring
}

func newReader(name string, lines []string, room int) *reader {
	r := &reader{name: name, lines: lines, room: room, ring: newRing()}
	r.HideSeparators = true
	r.Length = func() int { return len(r.lines) }
	r.CreateItem = func() fyne.CanvasObject { return r.line() }
	r.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		o.(*mono).Set(r.lines[i], theme.ColorNameForeground)
	}
	r.OnSelected = func(i widget.ListItemID) { r.Unselect(i) }
	r.ExtendBaseWidget(r)
	return r
}

func (r *reader) line() *mono { return newMono(r.room, 1) }

// Width is the room that the longest line takes.
func (r *reader) Width() float32 { return r.line().Width() + 2*theme.Padding() }

// TypedKey scrolls.
func (r *reader) TypedKey(e *fyne.KeyEvent) {
	key := e.Name
	if key == fyne.KeySpace {
		key = fyne.KeyPageDown
	}
	if !scrollByKey(&r.List, key, readerPitch) {
		r.OnKey(e)
	}
}

// FocusGained shows the ring.
func (r *reader) FocusGained() {
	r.ring.Show()
	r.Refresh()
}

// FocusLost takes the ring away.
func (r *reader) FocusLost() {
	r.ring.Hide()
	r.Refresh()
}

// AccessibilityLabel is what it is about.
func (r *reader) AccessibilityLabel() string { return r.name }

// AccessibilityRole is that of a text.
func (r *reader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is how Fyne draws it.
func (r *reader) CreateRenderer() fyne.WidgetRenderer {
	return r.ring.around(r.List.CreateRenderer())
}
