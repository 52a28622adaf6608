package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/grip"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/tickbox"
	"accesskeys/views/kit/tooltip"
)

const (
	headerHeight = float32(32) // at least
	WidthStep    = float32(16) // by which a key press makes a column wider
)

// Header is the row of column titles above the list. A click on a title sorts by its column, and dragging the line at
// its right changes the column's width. The header is one stop for Tab; Left and Right move between its titles.
type Header struct {
	widget.BaseWidget
	style.Hover
	OnSort  func(Column)
	OnWidth func(c Column, width float32) // 0 is as wide as the column needs
	OnTick  func()                        // the box that selects all rows was clicked
	OnStuck func(wider bool)              // a column could not be made wider, or narrower

	Layout  *Layout
	ground  *surface.Ground
	Cells   [ColumnCount]*headCell
	Grips   [ColumnCount]*grip.Grip // the lines at the right of each column
	Box     *tickbox.Box
	boxes   bool // all rows show their boxes
	Cursor  Column
	focused bool
	covered bool // a dialog lies over it
}

// NewHeader returns the header of a table with the layout look.
func NewHeader(look *Layout, tips *tooltip.Tips) *Header {
	h := &Header{Layout: look, ground: surface.NewGround(style.ColorTableHead)}
	h.Box = tickbox.New(func(string) { h.OnTick() }, h.SetHovered)
	for c, title := range ColumnTitles() {
		c := Column(c)
		h.Cells[c] = newHeadCell(title, c, tips, func() { h.OnSort(c) }, h.SetHovered)
		h.Grips[c] = grip.New(func() float32 { return h.Layout.At.Spans[c].Width }, func(width float32) { h.drag(c, width) })
	}
	h.Redraw = h.showBox
	h.ExtendBaseWidget(h)
	return h
}

// SetBox sets whether all rows are selected, or some. If some are, all rows show their boxes, and so does the header.
func (h *Header) SetBox(all, some bool) {
	h.Box.SetMixed(some && !all)
	h.Box.Set("", all)
	h.boxes = some
	h.showBox()
}

func (h *Header) showBox() { style.Show(h.Box, h.boxes || h.Hovered) }

// FocusGained shows the focus ring.
func (h *Header) FocusGained() {
	h.focused = true
	h.Refresh()
}

// FocusLost hides the focus ring.
func (h *Header) FocusLost() {
	h.focused = false
	h.Refresh()
}

// Cover implements control.Coverable.
func (h *Header) Cover(on bool) {
	h.covered = on
	h.Refresh()
}

// TypedRune passes a question mark, which asks for help, on to the window.
func (h *Header) TypedRune(r rune) { press.PassRune(h, r) }

// TypedKey moves to another title, sorts by it, or changes the width of its column.
func (h *Header) TypedKey(e *fyne.KeyEvent) {
	shift := press.Modifiers()&fyne.KeyModifierShift != 0
	switch {
	case e.Name == fyne.KeyLeft && shift:
		h.Widen(-WidthStep)
	case e.Name == fyne.KeyRight && shift:
		h.Widen(WidthStep)
	case e.Name == fyne.KeyLeft:
		h.move(-1)
	case e.Name == fyne.KeyRight:
		h.move(1)
	case e.Name == fyne.KeySpace, e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter:
		h.Cells[h.at()].Tapped(nil)
	case e.Name == fyne.KeyBackspace:
		h.OnWidth(h.at(), 0)
	default:
		press.Pass(h, e)
	}
}

// at returns the column at the cursor. If it is no longer shown, the cursor moves to the first column.
func (h *Header) at() Column {
	if !h.Layout.At.Shows(h.Cursor) {
		h.Cursor = ColumnID
	}
	return h.Cursor
}

func (h *Header) move(by Column) {
	for c := h.at() + by; c >= 0 && c < ColumnCount; c += by {
		if h.Layout.At.Shows(c) {
			h.Cursor = c
			break
		}
	}
	h.Refresh()
}

// Widen makes the column at the cursor wider, or narrower if by is negative.
func (h *Header) Widen(by float32) {
	before := h.Layout.At
	h.setWidth(h.at(), h.Layout.At.Spans[h.at()].Width+by)
	if h.Layout.At == before {
		h.OnStuck(by > 0)
	}
}

// setWidth makes a column as wide as given, as far as that leaves all others their room: a wider one would push one of them out.
func (h *Header) setWidth(c Column, width float32) {
	if width > 0 {
		width = min(width, max(h.Layout.At.Spans[c].Width, h.Layout.roomFor(c)))
	}
	h.OnWidth(c, width)
}

// drag is setWidth for the mouse. The tips of the titles that the pointer comes over would cover the first row.
func (h *Header) drag(c Column, width float32) {
	for _, cell := range h.Cells {
		cell.WithdrawTip()
	}
	h.setWidth(c, width)
}

// AccessibilityLabel returns the title at the cursor.
func (h *Header) AccessibilityLabel() string { return h.Cells[h.at()].AccessibilityLabel() }

// AccessibilityRole returns the role of a button, like that of a title.
func (h *Header) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (h *Header) CreateRenderer() fyne.WidgetRenderer {
	return &headerRenderer{header: h, ring: &canvas.Rectangle{StrokeWidth: 2, CornerRadius: 4}}
}

type headerRenderer struct {
	header *Header
	ring   *canvas.Rectangle
}

func (r *headerRenderer) Destroy() {}

func (r *headerRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.header.Layout.leastWidth(), headerHeight)
}

func (r *headerRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.header.ground, r.header.Box}
	for _, c := range r.header.Cells {
		objects = append(objects, c)
	}
	for _, g := range r.header.Grips {
		objects = append(objects, g)
	}
	return append(objects, r.ring)
}

func (r *headerRenderer) Layout(size fyne.Size) {
	h := r.header
	h.ground.Resize(size)
	h.Box.Resize(fyne.NewSize(tickWidth, size.Height))
	at := h.Layout.In(size.Width)
	h.Cells[ColumnID].setTitle(titleOfIDs(at))
	for c, in := range at.Spans {
		shown := at.Shows(Column(c))
		style.Show(h.Cells[c], shown && !(at.menu && Column(c) == ColumnActions)) // in some languages the title is short enough to fit above the menus
		style.Show(h.Grips[c], shown && in.X+in.Width < size.Width-1)
		h.Cells[c].Move(fyne.NewPos(in.X, 0))
		h.Cells[c].Resize(fyne.NewSize(in.Width, size.Height))
		h.Grips[c].Move(fyne.NewPos(in.X+in.Width-grip.Width/2, 0))
		h.Grips[c].Resize(fyne.NewSize(grip.Width, size.Height))
	}
	in := at.Spans[h.at()]
	r.ring.Move(fyne.NewPos(in.X+1, 1))
	r.ring.Resize(fyne.NewSize(in.Width-2, size.Height-2))
}

func (r *headerRenderer) Refresh() {
	h := r.header
	for c, cell := range h.Cells {
		cell.SetSorted(h.Layout.Table.SortBy == Column(c).Name(), h.Layout.Table.Descending)
	}
	r.ring.StrokeColor = style.Color(h, theme.ColorNamePrimary)
	r.ring.Hidden = !h.focused || h.covered
	r.Layout(h.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(h)
}
