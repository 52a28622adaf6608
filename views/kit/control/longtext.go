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
	breaks  func(columns int) []string
	most    int // characters on a line, at most
	columns int // that fit on a line
	ring    *ring
}

// NewReader returns a text with room for at most so many characters on a line. breaks returns its lines of as many characters as
// fit. name is for screen readers.
func NewReader(name string, most int, breaks func(columns int) []string) *Reader {
	r := &Reader{name: name, breaks: breaks, most: most, ring: newRing()}
	r.ring.inside = true
	r.HideSeparators = true
	r.Length = func() int { return len(r.Lines) }
	r.CreateItem = func() fyne.CanvasObject { return text.NewMono(1, 1) }
	r.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		line := o.(*text.Mono)
		line.Fit(r.columns, 1)
		line.Set(r.Lines[i], theme.ColorNameForeground)
	}
	r.OnSelected = func(i widget.ListItemID) { r.Unselect(i) }
	r.ExtendBaseWidget(r)
	return r
}

// Width returns the width of a full line.
func (r *Reader) Width() float32 { return text.NewMono(r.most, 1).Width() + 2*theme.Padding() }

// Resize breaks the text into lines that fit. The reader stays at about the same place in it.
func (r *Reader) Resize(size fyne.Size) {
	columns := max(1, min(r.most, int((size.Width-2*theme.Padding())/text.NewMono(1, 1).Width())))
	if columns == r.columns {
		r.List.Resize(size)
		return
	}
	read := r.GetScrollOffset() / float32(max(1, len(r.Lines)))
	r.columns, r.Lines = columns, r.breaks(columns)
	r.List.Resize(size)
	r.Refresh()
	r.ScrollToOffset(read * float32(len(r.Lines)))
}

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
