package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app"
	"accesskeys/assets"
)

const sortIconSize = float32(14)

// headCell is a column's title. Where the list can be sorted by the column, a click does, and a mark beside
// the title shows that it is.
type headCell struct {
	widget.BaseWidget
	column     column
	tips       *tips
	sort       func()
	title      *text
	up, down   *canvas.Image
	ground     *panel
	sorted     bool
	descending bool
	hovered    bool
}

func newHeadCell(title string, c column, tips *tips, sort func()) *headCell {
	h := &headCell{column: c, tips: tips, sort: sort, title: newText(title, sizeText, fyne.TextStyle{Bold: true}),
		ground: newPanel(theme.ColorNameHover)}
	h.up, h.down = sortMark(assets.AscendingIcon()), sortMark(assets.DescendingIcon())
	h.ExtendBaseWidget(h)
	return h
}

func sortMark(icon fyne.Resource) *canvas.Image {
	mark := canvas.NewImageFromResource(theme.NewColoredResource(icon, theme.ColorNamePrimary))
	mark.Hide()
	return mark
}

func (h *headCell) sortable() bool { return h.column.name().Sortable() }

// SetSorted marks the title as what the list is sorted by, or not.
func (h *headCell) SetSorted(sorted, descending bool) {
	h.sorted, h.descending = sorted, descending
}

// Tapped sorts by the column.
func (h *headCell) Tapped(*fyne.PointEvent) {
	if h.sortable() {
		h.sort()
		if h.hovered {
			h.tips.Offer(h, h.hint())
		}
	}
}

// MouseIn is the pointer coming over it.
func (h *headCell) MouseIn(*desktop.MouseEvent) {
	if !h.sortable() {
		return
	}
	h.hovered = true
	h.Refresh()
	h.tips.Offer(h, h.hint())
}

// MouseMoved is of no use to it.
func (h *headCell) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is the pointer going away.
func (h *headCell) MouseOut() {
	h.hovered = false
	h.Refresh()
	h.tips.Withdraw(h)
}

// hint is what a click does.
func (h *headCell) hint() string {
	switch {
	case !h.sorted:
		return lang.L("Sort ascending")
	case !h.descending:
		return lang.L("Sort descending")
	}
	return lang.L("Cancel sorting")
}

// Cursor is a hand where a click does something.
func (h *headCell) Cursor() desktop.Cursor {
	if h.sortable() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel is the title, and how the list is sorted by it.
func (h *headCell) AccessibilityLabel() string {
	title := map[string]any{"Column": h.title.line.Text}
	switch {
	case h.sorted && h.descending:
		return lang.L("{{.Column}}, sorted descending", title)
	case h.sorted:
		return lang.L("{{.Column}}, sorted ascending", title)
	}
	return h.title.line.Text
}

// AccessibilityRole is that of a button where a click does something.
func (h *headCell) AccessibilityRole() fyne.AccessibleRole {
	if h.sortable() {
		return fyne.AccessibleRoleButton
	}
	return fyne.AccessibleRoleText
}

// CreateRenderer is how Fyne draws it.
func (h *headCell) CreateRenderer() fyne.WidgetRenderer { return &headCellRenderer{cell: h} }

type headCellRenderer struct{ cell *headCell }

func (r *headCellRenderer) Destroy() {}

func (r *headCellRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, headerHeight) // a title that does not fit is left out
}

func (r *headCellRenderer) Objects() []fyne.CanvasObject {
	h := r.cell
	return []fyne.CanvasObject{h.ground, h.title, h.up, h.down}
}

func (r *headCellRenderer) Layout(size fyne.Size) {
	h := r.cell
	h.ground.Resize(size)
	place(h.title, cellInset, size.Height)
	show(h.title, size.Width >= h.title.MinSize().Width+cellInset)
	for _, mark := range []*canvas.Image{h.up, h.down} {
		mark.Resize(fyne.NewSquareSize(sortIconSize))
		mark.Move(fyne.NewPos(min(cellInset+h.title.MinSize().Width+3, size.Width-sortIconSize), (size.Height-sortIconSize)/2))
	}
}

func (r *headCellRenderer) Refresh() {
	h := r.cell
	show(h.ground, h.hovered)
	show(h.up, h.sorted && !h.descending)
	show(h.down, h.sorted && h.descending)
	r.Layout(h.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(h)
}
