package keytable

import (
	"math"

	"fyne.io/fyne/v2"
)

// Anchor is the key at the top of what is scrolled into view, and how far it is scrolled out.
func Anchor(l *List) (id string, offset float32) {
	y := l.GetScrollOffset()
	i := int(y / l.Layout.Pitch())
	if i >= len(l.Keys) {
		return "", 0
	}
	return l.Keys[i].ID, y - float32(i)*l.Layout.Pitch()
}

// scrolling scrolls a list.
type scrolling struct{ list *List }

// back scrolls to where a key that may have moved was at the top.
func (s scrolling) back(top string, offset float32) {
	if i, ok := s.list.Place[top]; ok {
		s.to(float32(i)*s.list.Layout.Pitch() + offset)
	}
}

// show scrolls no more than it takes to see the row at a place.
func (s scrolling) show(place int) {
	l := s.list
	top := float32(place) * l.Layout.Pitch()
	bottom := top + l.Layout.Pitch()
	switch at := l.GetScrollOffset(); {
	case top < at:
		s.to(top)
	case bottom > at+l.Size().Height:
		s.to(bottom - l.Size().Height)
	}
}

// Resize makes a list larger or smaller. If the cursor's row is in sight, it stays in sight as the list shrinks,
// unless there is no room for it at all, as in a minimized window.
func Resize(l *List, size fyne.Size) {
	place, listed := l.Place[l.Selection.Cursor]
	middle := (float32(place)+0.5)*l.Layout.Pitch() - l.GetScrollOffset()
	shrinks := size.Height < l.Size().Height && size.Height >= l.Layout.Pitch()
	keep := listed && shrinks && middle > 0 && middle < l.Size().Height
	l.Resize(size)
	if keep {
		scrolling{l}.show(place)
	}
}

// to does nothing where it would change nothing: the toolkit would draw the window again.
func (s scrolling) to(offset float32) {
	if math.Abs(float64(offset-s.list.GetScrollOffset())) >= 0.5 {
		s.list.ScrollToOffset(offset)
	}
}

// OpenMenu opens the menu of the key at the cursor.
func (l *List) OpenMenu() {
	if id := l.Selection.Cursor; l.Shows(id) {
		l.Actions.OnMenu(id, MenuPlace(l, id))
	}
}

// MenuPlace scrolls to a key's row, and returns where in the window its menu opens: below its ID.
func MenuPlace(l *List, id string) fyne.Position {
	i := l.Place[id]
	scrolling{l}.show(i)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
	y := float32(i)*l.Layout.Pitch() - l.GetScrollOffset()
	return at.AddXY(tickWidth+CellInset, y+l.Layout.Pitch())
}

// Spot is where in the window a link of a key's row is, or nil where that is scrolled out of sight.
func Spot(l *List, id string, link RowLink) *fyne.Position {
	i, ok := l.Place[id]
	y := (float32(i)+0.5)*l.Layout.Pitch() - l.GetScrollOffset()
	if !ok || y < 0 || y > l.Size().Height {
		return nil
	}
	x := l.Layout.At.Spans[ColumnActions].x + 2*CellInset
	if row := l.Pool.At(i, id); row != nil {
		x = row.middleOf(link)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l).AddXY(x, y)
	return &at
}

// ScrollToKey scrolls a list no more than it takes to see a key's row.
func ScrollToKey(l *List, id string) {
	if i, ok := l.Place[id]; ok {
		scrolling{l}.show(i)
	}
}
