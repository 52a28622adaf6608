package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
)

const readerPitch = float32(19) // from line to line

// Reader shows a long text, which the keyboard scrolls. It draws only the lines that are in sight.
type Reader struct {
	widget.List
	name  string
	Lines []string
	room  int // characters on a line
	ring  *ring
}

// NewReader returns a text to read, with room characters on a line. name is for screen readers.
func NewReader(name string, lines []string, room int) *Reader {
	r := &Reader{name: name, Lines: lines, room: room, ring: newRing()}
	r.ring.within = true
	r.HideSeparators = true
	r.Length = func() int { return len(r.Lines) }
	r.CreateItem = func() fyne.CanvasObject { return r.line() }
	r.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		o.(*Mono).Set(r.Lines[i], theme.ColorNameForeground)
	}
	r.OnSelected = func(i widget.ListItemID) { r.Unselect(i) }
	r.ExtendBaseWidget(r)
	return r
}

func (r *Reader) line() *Mono { return NewMono(r.room, 1) }

// Width is the room that the longest line takes.
func (r *Reader) Width() float32 { return r.line().Width() + 2*theme.Padding() }

// TypedKey scrolls.
func (r *Reader) TypedKey(e *fyne.KeyEvent) {
	key := e.Name
	if key == fyne.KeySpace {
		key = fyne.KeyPageDown
	}
	if !ScrollByKey(&r.List, key, readerPitch) {
		press.Pass(r, e)
	}
}

// FocusGained shows the ring.
func (r *Reader) FocusGained() {
	r.ring.Show()
	r.Refresh()
}

// FocusLost takes the ring away.
func (r *Reader) FocusLost() {
	r.ring.Hide()
	r.Refresh()
}

// AccessibilityLabel is what it is about.
func (r *Reader) AccessibilityLabel() string { return r.name }

// AccessibilityRole is that of a text.
func (r *Reader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is how Fyne draws it.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	return r.ring.around(r.List.CreateRenderer())
}
