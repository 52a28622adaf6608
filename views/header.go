package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	headerHeight = float32(38)
	widthStep    = float32(16) // by which a key press makes a column wider
)

// header is the row of column titles above the list: a click on one sorts by it, and dragging the line
// before the next makes it wider. It is one stop for the keyboard, which goes from title to title with Left
// and Right.
type header struct {
	widget.BaseWidget
	OnSort  func(column)
	OnWidth func(c column, width float32) // 0 is as wide as it needs
	OnUsed  func()                        // a key was pressed
	OnKey   func(*fyne.KeyEvent)

	look    *tableLook
	ground  *panel
	cells   [columnCount]*headCell
	grips   [columnCount]*grip // at the right of each column
	cursor  column
	focused bool
}

func newHeader(look *tableLook, tips *tips) *header {
	h := &header{look: look, ground: newPanel(colorTableHead)}
	for c, title := range columnTitles() {
		c := column(c)
		h.cells[c] = newHeadCell(title, c, tips, func() { h.OnSort(c) })
		h.grips[c] = newGrip(func() float32 { return h.look.at.spans[c].width }, func(width float32) { h.OnWidth(c, width) })
	}
	h.ExtendBaseWidget(h)
	return h
}

// FocusGained shows the ring.
func (h *header) FocusGained() {
	h.focused = true
	h.Refresh()
}

// FocusLost takes the ring away.
func (h *header) FocusLost() {
	h.focused = false
	h.Refresh()
}

// TypedRune hands on what asks for help.
func (h *header) TypedRune(r rune) { typedRune(r, h.OnKey) }

// TypedKey goes to another title, sorts by it, or changes its width.
func (h *header) TypedKey(e *fyne.KeyEvent) {
	h.OnUsed()
	shift := keyModifiers()&fyne.KeyModifierShift != 0
	switch {
	case e.Name == fyne.KeyLeft && shift:
		h.widen(-widthStep)
	case e.Name == fyne.KeyRight && shift:
		h.widen(widthStep)
	case e.Name == fyne.KeyLeft:
		h.move(-1)
	case e.Name == fyne.KeyRight:
		h.move(1)
	case e.Name == fyne.KeySpace, e.Name == fyne.KeyReturn, e.Name == fyne.KeyEnter:
		h.cells[h.at()].Tapped(nil)
	case e.Name == fyne.KeyBackspace:
		h.OnWidth(h.at(), 0)
	default:
		h.OnKey(e)
	}
}

// at is the column that the keyboard is on; one that is not shown any more gives way to the first.
func (h *header) at() column {
	if !h.look.at.shows(h.cursor) {
		h.cursor = columnID
	}
	return h.cursor
}

func (h *header) move(by column) {
	for c := h.at() + by; c >= 0 && c < columnCount; c += by {
		if h.look.at.shows(c) {
			h.cursor = c
			break
		}
	}
	h.Refresh()
}

func (h *header) widen(by float32) {
	h.OnWidth(h.at(), h.look.at.spans[h.at()].width+by)
}

// AccessibilityLabel is the title that the keyboard is on.
func (h *header) AccessibilityLabel() string { return h.cells[h.at()].AccessibilityLabel() }

// AccessibilityRole is that of a button, which is what the title is.
func (h *header) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is how Fyne draws it.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	return &headerRenderer{header: h, ring: &canvas.Rectangle{StrokeWidth: 2, CornerRadius: 4}}
}

type headerRenderer struct {
	header *header
	ring   *canvas.Rectangle
}

func (r *headerRenderer) Destroy() {}

func (r *headerRenderer) MinSize() fyne.Size {
	return fyne.NewSize(leastWidth(r.header.look.needs), headerHeight)
}

func (r *headerRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.header.ground}
	for _, c := range r.header.cells {
		objects = append(objects, c)
	}
	for _, g := range r.header.grips {
		objects = append(objects, g)
	}
	return append(objects, r.ring)
}

func (r *headerRenderer) Layout(size fyne.Size) {
	h := r.header
	h.ground.Resize(size)
	at := h.look.In(size.Width)
	for c, in := range at.spans {
		shown := at.shows(column(c))
		show(h.cells[c], shown)
		show(h.grips[c], shown && in.x+in.width < size.Width-1)
		h.cells[c].Move(fyne.NewPos(in.x, 0))
		h.cells[c].Resize(fyne.NewSize(in.width, size.Height))
		h.grips[c].Move(fyne.NewPos(in.x+in.width-gripWidth/2, 0))
		h.grips[c].Resize(fyne.NewSize(gripWidth, size.Height))
	}
	in := at.spans[h.at()]
	r.ring.Move(fyne.NewPos(in.x+1, 1))
	r.ring.Resize(fyne.NewSize(in.width-2, size.Height-2))
}

func (r *headerRenderer) Refresh() {
	h := r.header
	for c, cell := range h.cells {
		cell.SetSorted(h.look.table.SortBy == column(c).name(), h.look.table.Descending)
	}
	r.ring.StrokeColor = themeColor(h, theme.ColorNamePrimary)
	r.ring.Hidden = !h.focused
	r.Layout(h.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(h)
}
