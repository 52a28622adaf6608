package dialog

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/surface"
)

// menu is a menu over the window. Unlike the toolkit's own menu, it names its items to screen readers and draws a ring
// around the focused item.
type menu struct {
	object *fyne.Container
	rows   []*menuRow
}

// newMenu returns a menu of items, which is placed as place says. close closes it. A click on one of the buttons through
// closes it and presses that button.
func newMenu(c fyne.Canvas, items *fyne.Menu, place menuLayout, close func(), through ...*control.Button) *menu {
	m := &menu{}
	list := container.New(layout.NewCustomPaddedVBoxLayout(0))
	room, past := iconRoom(items), float32(0)
	for _, item := range items.Items {
		if item.IsSeparator {
			list.Add(container.New(layout.NewCustomPaddedLayout(3, 3, 0, 0), surface.NewLine()))
			continue
		}
		row := newMenuRow(item, c, close)
		row.room, row.choose = room, m.chooseByLetter
		row.focusEnd = func(first bool) { c.Focus(m.endItem(first)) }
		m.rows = append(m.rows, row)
		if row.badge != nil {
			past = max(past, row.badge.MinSize().Width+menuIconGap)
		}
		list.Add(row)
	}
	for _, row := range m.rows {
		if row.badge != nil {
			row.past = past // so that the texts after the badges begin below each other
		}
	}
	panel := container.NewStack(newRaised(), container.New(layout.NewCustomPaddedLayout(menuEdge, menuEdge, menuEdge, menuEdge), m.itemsWithin(list, place.room(list.MinSize(), c.Size())-2*menuEdge)))
	m.object = container.New(&place, newBackdrop(close, through), panel)
	return m
}

// menuEdge is the distance from a menu's edge to its items.
const menuEdge = float32(4)

// itemsWithin returns the items, in a scroll if they do not fit into room.
func (m *menu) itemsWithin(list *fyne.Container, room float32) fyne.CanvasObject {
	size := list.MinSize()
	if size.Height <= room {
		return list
	}
	within := scroll.NewExposed(list)
	within.Scroll.SetMinSize(fyne.NewSize(size.Width, room))
	for _, row := range m.rows {
		row.OnFocus = func() { scroll.To(within.Scroll, list, row, row) }
	}
	return within.Object
}

// iconRoom returns the width that the icons of a menu take, 0 if no item has one.
func iconRoom(items *fyne.Menu) float32 {
	for _, item := range items.Items {
		if iconOf(item) != nil {
			return control.IconSize + menuIconGap
		}
	}
	return 0
}

// firstFocus returns the item that has the focus at first: wanted, or else the ticked item, or else the first, of those that
// are enabled.
func (m *menu) firstFocus(wanted *fyne.MenuItem) fyne.Focusable {
	for _, is := range []func(*menuRow) bool{
		func(r *menuRow) bool { return r.item == wanted },
		func(r *menuRow) bool { return r.checked },
		func(*menuRow) bool { return true },
	} {
		if i := slices.IndexFunc(m.rows, func(r *menuRow) bool { return is(r) && !r.Disabled() }); i >= 0 {
			return m.rows[i]
		}
	}
	return nil
}

// endItem returns the first or the last enabled item.
func (m *menu) endItem(first bool) fyne.Focusable {
	rows := slices.Clone(m.rows)
	if !first {
		slices.Reverse(rows)
	}
	return rows[slices.IndexFunc(rows, func(r *menuRow) bool { return !r.Disabled() })]
}

// chooseByLetter chooses the item whose shortcut is the given letter, and reports whether there is one.
func (m *menu) chooseByLetter(letter rune) bool {
	for _, row := range m.rows {
		if row.chord == string(unicode.ToUpper(letter)) && !row.Disabled() {
			row.OnTapped()
			return true
		}
	}
	return false
}

// menuLayout fills the window with the first object. It puts the second, at least as wide as width, at a position, and moves
// it so that all of it is visible, and the row that it belongs to if there is one.
type menuLayout struct {
	at    fyne.Position
	width float32
	row   *Row
	clear bool // it never covers the row, which is a control: a second click there must choose nothing
}

// Row is where in the window the row or control is that a menu belongs to.
type Row struct {
	Top   float32
	Named float32 // where what names the row ends, from the left
}

// beside returns where a menu opens that belongs to a control, gap from it.
func beside(o fyne.CanvasObject, gap float32) menuLayout {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return menuLayout{at: at.AddXY(0, o.Size().Height+gap), row: &Row{Top: at.Y - gap}, clear: true}
}

// room returns how high a menu of items may be. That of a control that fits neither below nor above it scrolls.
func (l *menuLayout) room(items, window fyne.Size) float32 {
	if below := window.Height - l.at.Y; l.clear && items.Height+2*menuEdge > max(below, l.row.Top) {
		return max(below-menuEdge, l.row.Top)
	}
	return window.Height
}

func (*menuLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *menuLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	panel := objects[1].MinSize()
	panel.Width = max(panel.Width, min(l.width, size.Width))
	objects[1].Resize(panel)
	at := l.at
	if row := l.row; row != nil && at.Y+panel.Height > size.Height {
		if above := row.Top - panel.Height; above >= 0 {
			at.Y = above
		} else {
			at.X = max(at.X, row.Named)
		}
	}
	objects[1].Move(fyne.NewPos(max(0, min(at.X, size.Width-panel.Width-menuEdge)), max(0, min(at.Y, size.Height-panel.Height))))
}

// Badge is a menu item's icon of which only a system's menu shows the picture. The menu shows an object between the place
// of the icons and the item's text.
type Badge interface {
	fyne.Resource
	Object() fyne.CanvasObject
}

// Dimmed is a menu item's icon without a picture. The item looks disabled, but can be chosen: its text says why.
type Dimmed struct{ fyne.Resource }

func badgeOf(item *fyne.MenuItem) fyne.CanvasObject {
	if b, ok := item.Icon.(Badge); ok {
		return b.Object()
	}
	return nil
}

func iconOf(item *fyne.MenuItem) fyne.Resource {
	if item.Checked {
		return theme.ConfirmIcon()
	}
	switch item.Icon.(type) {
	case Badge, Dimmed:
		return nil
	}
	return item.Icon
}
