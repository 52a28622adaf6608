package keytable

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keys"
	"accesskeys/views/kit/dialog"
)

// Anchor returns the key at the top of the visible part of a list, and how much of its row is scrolled out of view.
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

// restore scrolls so that a key, which may have moved, is at the top again as Anchor returned it.
func (s scrolling) restore(top string, offset float32) {
	if i, ok := s.list.Index[top]; ok {
		s.to(float32(i)*s.list.Layout.Pitch() + offset)
	}
}

// settle scrolls so that the keys that were in sight at an offset are so again, except those that have moved away from the
// others. before is the list as it was.
func (s scrolling) settle(before []keys.Key, offset float32) {
	const near = 10 // rows
	l, pitch := s.list, s.list.Layout.Pitch()
	top, end := int(offset/pitch), int((offset+l.Size().Height)/pitch)+1
	var moves []int
	for i := max(0, top-near); i < min(len(before), end+near); i++ {
		if at, listed := l.Index[before[i].ID]; listed {
			moves = append(moves, at-i)
		}
	}
	slices.Sort(moves)
	for i := top; i < min(len(before), end); i++ {
		at, listed := l.Index[before[i].ID]
		if !listed {
			continue
		}
		if away := at - i - moves[len(moves)/2]; max(away, -away) < near {
			s.restore(before[i].ID, offset-float32(top)*pitch)
			return
		}
	}
}

// show scrolls as little as possible so that the row at an index is visible.
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

// Place is where the cursor of a list is.
type Place struct {
	ID    string // of the key, or ""
	Index int    // of its row
}

// PlaceOf returns where the cursor of a list is.
func PlaceOf(l *List) Place { return Place{l.Selection.Cursor, l.Index[l.Selection.Cursor]} }

// ReturnTo selects the key that the cursor was on when the user left the list, and shows it if it is listed already. If the
// list lacks the key, now or once it is current, the nearest one is selected. It does nothing without a key.
func ReturnTo(l *List, at Place) {
	if at.ID == "" {
		return
	}
	l.Selection.Return(at.ID)
	l.lastIndex = at.Index
	if len(l.Keys) > 0 && !l.Shows(at.ID) {
		cursorSlide{l}.to(l.Keys[min(at.Index, len(l.Keys)-1)].ID)
	}
	ScrollToKey(l, l.Selection.Cursor)
	l.redraws.Request()
}

// Resize makes a list larger or smaller. If the cursor's row is in sight, it stays in sight as the list shrinks, also if
// there is no room for a row in between, as in a minimized window. A list that slid down to its end as it grew, and was not
// scrolled since, slides up again: one message has gone, and another comes. But a row under the pointer that stays in sight
// does not move, unless the user types into the cursor's row.
func Resize(l *List, size fyne.Size) {
	place, listed := l.Index[l.Selection.Cursor]
	middle, over := scrolling{l}.middleOf(place), l.Pool.Hovered()
	steady := over != nil && scrolling{l}.middleOf(l.Index[over.Data.ID]) < size.Height && !typesInRow(l)
	room := size.Height >= l.Layout.Pitch()
	keep := listed && room && !steady && size.Height < l.Layout.height && middle > 0 && middle < l.Layout.height
	if room {
		l.Layout.height = size.Height
	}
	grows, shrinks := size.Height > l.Size().Height, room && size.Height < l.Size().Height
	was, slid := l.GetScrollOffset(), &l.Layout.slid
	stayed := was == slid.to && was >= scrolling{l}.end(0)
	l.Resize(size)
	switch {
	case grows:
		scrolling{l}.limit()
		slid.note(was, l.GetScrollOffset())
	case shrinks && stayed && !steady:
		scrolling{l}.to(slid.from)
	}
	if keep {
		scrolling{l}.show(place)
	}
}

// slide is how a list slid down to its end as it grew, maybe in several steps: the offsets before and after.
type slide struct{ from, to float32 }

// note notes what growing did to the offset of a list.
func (s *slide) note(from, to float32) {
	if from != s.to {
		s.from = from
	}
	s.to = to
}

// middleOf returns how far below the upper edge of a list the middle of the row at an index is.
func (s scrolling) middleOf(place int) float32 {
	return (float32(place)+0.5)*s.list.Layout.Pitch() - s.list.GetScrollOffset()
}

// hasInSight reports whether the middle of the row at an index is in sight.
func (s scrolling) hasInSight(place int) bool {
	middle := s.middleOf(place)
	return middle > 0 && middle < s.list.Size().Height
}

// typesInRow reports whether the field in the cursor's row has the keyboard.
func typesInRow(l *List) bool {
	field, asks := l.Actions.FieldOf(l.Selection.Cursor).(fyne.Focusable)
	c := fyne.CurrentApp().Driver().CanvasForObject(l)
	return asks && c != nil && c.Focused() == field
}

// limit scrolls back from beyond the end of the list, where a list at its end is once it has grown. The toolkit does that
// only as it refreshes the list.
func (s scrolling) limit() { s.to(min(s.list.GetScrollOffset(), s.end(0))) }

// end returns the offset of the end of a list that has grown by a height.
func (s scrolling) end(grown float32) float32 {
	return max(0, float32(len(s.list.Keys))*s.list.Layout.Pitch()-theme.Padding()-s.list.Size().Height-grown)
}

// SlidesAs reports whether the rows of a list slide down as it grows by a height, because it is at its end.
func SlidesAs(l *List, grows float32) bool { return l.GetScrollOffset() > scrolling{l}.end(grows) }

// to scrolls to an offset. It does nothing if the list is there already, because the toolkit would redraw the window.
func (s scrolling) to(offset float32) {
	if math.Abs(float64(offset-s.list.GetScrollOffset())) >= 0.5 {
		s.list.ScrollToOffset(offset)
	}
}

// OpenMenu opens the menu of the selected keys: at the cursor if that is on one of them, or else at the first.
func (l *List) OpenMenu() {
	id := l.Selection.Cursor
	if ids := l.Selected(); len(ids) > 0 && !l.Selection.IsSelected(id) {
		id = ids[0]
	}
	if l.Shows(id) {
		l.Actions.OnMenu(id, MenuPlace(l, id))
	}
}

// MenuPlace scrolls to a key's row, and returns the position in the window where its menu opens, below its ID.
func MenuPlace(l *List, id string) fyne.Position {
	i := l.Index[id]
	scrolling{l}.show(i)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
	y := float32(i)*l.Layout.Pitch() - l.GetScrollOffset()
	return at.AddXY(tickWidth+CellInset, y+l.Layout.Pitch())
}

// RowPlace returns where in the window a key's row is, and where its ID ends.
func RowPlace(l *List, id string) dialog.Row {
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	at, i, span := where(l), l.Index[id], l.Layout.At.Spans[ColumnID]
	place := dialog.Row{Top: at.Y + float32(i)*l.Layout.Pitch() - l.GetScrollOffset(), Named: at.X + span.X + span.Width}
	if row := l.Pool.At(i, id); row != nil && row.id.Visible() {
		place.Named = where(row.id).X + row.id.MinSize().Width
	}
	return place
}

// Spot returns the link for an operation in a key's row as the spot of a question, or nil if the row is not visible.
func Spot(l *List, id string, op keys.Operation) *dialog.Spot {
	i, ok := l.Index[id]
	pitch := l.Layout.Pitch()
	y := float32(i)*pitch - l.GetScrollOffset()
	if middle := y + pitch/2; !ok || middle < 0 || middle > l.Size().Height {
		return nil
	}
	link := fyne.NewPos(l.Layout.At.Spans[ColumnActions].X+2*CellInset, pitch/2)
	if row := l.Pool.At(i, id); row != nil {
		link = row.linkMiddle(op)
	}
	row := fyne.CurrentApp().Driver().AbsolutePositionForObject(l).AddXY(0, y)
	return &dialog.Spot{Position: row.Add(link), Bottom: row.Y + pitch - chipAir}
}

// ScrollToKey scrolls a list as little as possible so that a key's row is visible.
func ScrollToKey(l *List, id string) {
	if i, ok := l.Index[id]; ok {
		scrolling{l}.show(i)
	}
}
