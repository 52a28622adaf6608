package dialog

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
)

// menu is a menu over the window. The toolkit's own has no name for its items, nor a ring around the one that
// the keyboard is on.
type menu struct {
	object *fyne.Container
	rows   []*menuRow
}

// newMenu makes a menu of items, whose top left corner is at a place in the window if there is room. close
// takes it away.
func newMenu(c fyne.Canvas, items *fyne.Menu, at fyne.Position, close func()) *menu {
	m := &menu{}
	list := container.New(layout.NewCustomPaddedVBoxLayout(0))
	room := iconRoom(items)
	for _, item := range items.Items {
		if item.IsSeparator {
			list.Add(container.New(layout.NewCustomPaddedLayout(3, 3, 0, 0), control.NewLine()))
			continue
		}
		row := newMenuRow(item, c, close)
		row.room, row.typed = room, m.typed
		row.end = func(first bool) { c.Focus(m.end(first)) }
		m.rows = append(m.rows, row)
		list.Add(row)
	}
	panel := container.NewStack(newRaised(), container.New(layout.NewCustomPaddedLayout(menuEdge, menuEdge, menuEdge, menuEdge), m.fitted(list, c.Size().Height-2*menuEdge)))
	m.object = container.New(&atPlace{at: at}, newBackdrop(close), panel)
	return m
}

// menuEdge is from a menu's edge to its items.
const menuEdge = float32(4)

// fitted is the items, which scroll where they have no room.
func (m *menu) fitted(list *fyne.Container, room float32) fyne.CanvasObject {
	size := list.MinSize()
	if size.Height <= room {
		return list
	}
	scroll := control.NewExposedScroll(list)
	scroll.Scroll.SetMinSize(fyne.NewSize(size.Width, room))
	for _, row := range m.rows {
		row.OnFocus = func() { control.ScrollTo(scroll.Scroll, list, row, row) }
	}
	return scroll.Object
}

// iconRoom is the room that a menu's icons take.
func iconRoom(items *fyne.Menu) float32 {
	for _, item := range items.Items {
		if tick(item) != nil {
			return control.IconSize + menuIconGap
		}
	}
	return 0
}

// first is the item that the keyboard begins on: the one that is wanted or ticked, if one is.
func (m *menu) first(wanted *fyne.MenuItem) fyne.Focusable {
	var first fyne.Focusable
	for _, row := range m.rows {
		if row.Disabled() {
			continue
		}
		if row.checked || row.item == wanted {
			return row
		}
		if first == nil {
			first = row
		}
	}
	return first
}

// end is the first item that can be chosen, or the last.
func (m *menu) end(first bool) fyne.Focusable {
	rows := slices.Clone(m.rows)
	if !first {
		slices.Reverse(rows)
	}
	return rows[slices.IndexFunc(rows, func(r *menuRow) bool { return !r.Disabled() })]
}

// typed chooses the item whose shortcut is a letter alone, and reports whether there is one.
func (m *menu) typed(letter rune) bool {
	for _, row := range m.rows {
		if row.chord == string(unicode.ToUpper(letter)) && !row.Disabled() {
			row.OnTapped()
			return true
		}
	}
	return false
}

// atPlace fills the window with the first object, and puts the second at a place, moved as far as it takes to
// be seen whole.
type atPlace struct{ at fyne.Position }

func (*atPlace) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *atPlace) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	panel := objects[1].MinSize()
	objects[1].Resize(panel)
	objects[1].Move(fyne.NewPos(max(0, min(l.at.X, size.Width-panel.Width)), max(0, min(l.at.Y, size.Height-panel.Height))))
}

func tick(item *fyne.MenuItem) fyne.Resource {
	if item.Checked {
		return theme.ConfirmIcon()
	}
	return item.Icon
}
