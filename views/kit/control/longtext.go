package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/text"
)

const readerPitch = float32(19) // from one line to the next

// Reader shows a long text that can be scrolled with the keyboard. It draws only the visible lines.
type Reader struct {
	widget.List
	name    string
	Lines   []string
	columns int // characters on a line
	ring    *ring
}

// NewReader returns a text of lines, with room for room characters on each. name is for screen readers.
func NewReader(name string, lines []string, room int) *Reader {
	r := &Reader{name: name, Lines: lines, columns: room, ring: newRing()}
	r.ring.inside = true
	r.HideSeparators = true
	r.Length = func() int { return len(r.Lines) }
	r.CreateItem = func() fyne.CanvasObject { return r.line() }
	r.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		o.(*text.Mono).Set(r.Lines[i], theme.ColorNameForeground)
	}
	r.OnSelected = func(i widget.ListItemID) { r.Unselect(i) }
	r.ExtendBaseWidget(r)
	return r
}

func (r *Reader) line() *text.Mono { return text.NewMono(r.columns, 1) }

// Width returns the width of a full line.
func (r *Reader) Width() float32 { return r.line().Width() + 2*theme.Padding() }

// TypedKey scrolls the text, and passes the keys that do not scroll on to the window.
func (r *Reader) TypedKey(e *fyne.KeyEvent) {
	key := e.Name
	if key == fyne.KeySpace {
		key = fyne.KeyPageDown
	}
	if !scroll.ListByKey(&r.List, key, readerPitch) {
		press.Pass(r, e)
	}
}

// FocusGained shows the focus ring.
func (r *Reader) FocusGained() {
	r.ring.focus(true)
	r.Refresh()
}

// Cover implements Coverable.
func (r *Reader) Cover(on bool) { r.ring.cover(on) }

// FocusLost hides the focus ring.
func (r *Reader) FocusLost() {
	r.ring.focus(false)
	r.Refresh()
}

// AccessibilityLabel returns the name of the text.
func (r *Reader) AccessibilityLabel() string { return r.name }

// AccessibilityRole returns the role of a text.
func (r *Reader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	return r.ring.around(r.List.CreateRenderer())
}
