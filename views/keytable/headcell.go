package keytable

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/assets"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
	"accesskeys/views/kit/text"
	"accesskeys/views/kit/tooltip"
)

const sortIconSize = float32(14)

// headCell is the title of a column. If the list can be sorted by the column, a click on the title does so, and a mark
// beside the title shows that it is sorted.
type headCell struct {
	widget.BaseWidget
	tooltip.Hover
	column     Column
	sort       func()
	title      *text.Text
	Up, Down   *canvas.Image
	ground     *surface.Ground
	sorted     bool
	descending bool
}

func newHeadCell(title string, c Column, tips *tooltip.Tips, sort func(), onHover func(in bool)) *headCell {
	h := &headCell{column: c, sort: sort, title: text.New(title, style.SizeText, fyne.TextStyle{Bold: true}),
		ground: surface.NewGround(theme.ColorNameHover)}
	h.Up, h.Down = sortMark(assets.AscendingIcon()), sortMark(assets.DescendingIcon())
	h.Tips, h.Redraw, h.OnHover = tips, h.Refresh, onHover
	h.TellOn(h, h.sortHint)
	h.ExtendBaseWidget(h)
	return h
}

func sortMark(icon fyne.Resource) *canvas.Image {
	mark := canvas.NewImageFromResource(theme.NewColoredResource(icon, theme.ColorNamePrimary))
	mark.Hide()
	return mark
}

func (h *headCell) sortable() bool { return h.column.Name().Sortable() }

// sortHint returns the tip that says what the next click on the title does, if it does anything.
func (h *headCell) sortHint() string {
	switch {
	case !h.sortable():
		return ""
	case !h.sorted:
		return lang.L("Sort ascending")
	case !h.descending:
		return lang.L("Sort descending")
	}
	return lang.L("Cancel sorting")
}

// SetSorted sets whether the list is sorted by the column, and in which direction. Its tip, which says what a click does
// then, goes if that changes.
func (h *headCell) SetSorted(sorted, descending bool) {
	if sorted != h.sorted || descending != h.descending {
		h.WithdrawTip()
	}
	h.sorted, h.descending = sorted, descending
}

// setTitle changes the title.
func (h *headCell) setTitle(title string) {
	if title != h.title.Line.Text {
		h.title.Set(title, theme.ColorNameForeground)
		h.Refresh()
	}
}

// Tapped sorts by the column. The tip goes until the pointer comes again: it would cover the first row, which the user looks
// at now.
func (h *headCell) Tapped(*fyne.PointEvent) {
	if h.sortable() {
		h.WithdrawTip()
		h.sort()
	}
}

// Cursor returns a hand where a click does something.
func (h *headCell) Cursor() desktop.Cursor {
	if h.sortable() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel returns the title, and how the list is sorted by it.
func (h *headCell) AccessibilityLabel() string {
	title := map[string]any{"Column": h.title.Line.Text}
	switch {
	case h.sorted && h.descending:
		return lang.L("{{.Column}}, sorted descending", title)
	case h.sorted:
		return lang.L("{{.Column}}, sorted ascending", title)
	}
	return h.title.Line.Text
}

// AccessibilityRole returns the role of a button if a click sorts, otherwise that of a text.
func (h *headCell) AccessibilityRole() fyne.AccessibleRole {
	if h.sortable() {
		return fyne.AccessibleRoleButton
	}
	return fyne.AccessibleRoleText
}

// CreateRenderer implements fyne.Widget.
func (h *headCell) CreateRenderer() fyne.WidgetRenderer { return &headCellRenderer{cell: h} }

type headCellRenderer struct{ cell *headCell }

func (r *headCellRenderer) Destroy() {}

func (r *headCellRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, headerHeight) // a title that does not fit is left out
}

func (r *headCellRenderer) Objects() []fyne.CanvasObject {
	h := r.cell
	return []fyne.CanvasObject{h.ground, h.title, h.Up, h.Down}
}

func (r *headCellRenderer) Layout(size fyne.Size) {
	h := r.cell
	h.ground.Resize(size)
	style.Place(h.title, CellInset, size.Height)
	style.Show(h.title, size.Width >= h.title.MinSize().Width+CellInset)
	for _, mark := range []*canvas.Image{h.Up, h.Down} {
		mark.Resize(fyne.NewSquareSize(sortIconSize))
		mark.Move(fyne.NewPos(min(CellInset+h.title.MinSize().Width+3, size.Width-sortIconSize), (size.Height-sortIconSize)/2))
	}
}

func (r *headCellRenderer) Refresh() {
	h := r.cell
	style.Show(h.ground, h.Hovered && h.sortable())
	style.Show(h.Up, h.sorted && !h.descending)
	style.Show(h.Down, h.sorted && h.descending)
	r.Layout(h.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(h)
}
