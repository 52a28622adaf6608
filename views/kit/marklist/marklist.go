// Package marklist provides a list in which one row is marked. The keyboard moves the mark.
package marklist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/scroll"
)

const menuInset = float32(16) // between the list's left edge and a menu opened by a key

// Rows makes and fills the rows of a list. A place is the index of a row.
type Rows struct {
	Pitch   func() float32                      // the distance from one row to the next
	New     func() fyne.CanvasObject            // makes an empty row
	Set     func(at int, row fyne.CanvasObject) // fills a row for a place
	ReadOut func(at int) string                 // what screen readers read out for a place
}

// List is a list of rows, one of which is marked. A click on a row marks it, a double click opens it.
type List struct {
	widget.List
	control.HeldKey
	Name    string
	OnOpen  func(at int)
	OnClick func(at int) // called when a click has marked a row
	OnEmpty func()       // called for Enter while there are no rows
	OnMenu  func(at int, corner fyne.Position)
	OnKey   func(*fyne.KeyEvent) bool // called for a key that the list does not use; false passes the key on to the window
	OnRune  func(rune)
	// OnShortcut is called with the place of the marked row; false passes the shortcut on to the window.
	OnShortcut func(at int, s fyne.Shortcut) bool

	Count   int
	Marked  int  // the marked row
	Focused bool // the list has the focus
	rows    Rows
	typing  *control.Typing
	presses *press.Presses // of the window
}

// New returns an empty list.
func New(typing *control.Typing, presses *press.Presses, name string, rows Rows) *List {
	l := &List{Name: name, rows: rows, typing: typing, presses: presses, OnClick: func(int) {}, OnEmpty: func() {}, OnMenu: func(int, fyne.Position) {}, OnKey: func(*fyne.KeyEvent) bool { return false },
		OnRune: func(rune) {}, OnShortcut: func(int, fyne.Shortcut) bool { return false }}
	l.HideSeparators = true
	l.Length = func() int { return l.Count }
	l.CreateItem = rows.New
	l.UpdateItem = rows.Set
	l.OnSelected = func(at widget.ListItemID) {
		l.Unselect(at)
		l.Click(at)
	}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return scroll.NewListRenderer(&l.List) }

// Fill shows count new rows and marks the one at a place.
func (l *List) Fill(count, at int) {
	l.Count, l.Marked = count, at
	l.Refresh()
}

// Mark marks the row at a place, or the nearest row if there is none, and scrolls to it.
func (l *List) Mark(at int) {
	if l.Count == 0 {
		return
	}
	l.Marked = max(0, min(at, l.Count-1))
	l.ScrollTo(l.Marked)
	l.Refresh()
}

// Click marks a row, or opens it at the second click of a double click. Rows that handle clicks themselves call it.
func (l *List) Click(at int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	if at == l.Marked && l.presses.IsDouble() {
		l.Open()
		return
	}
	l.Mark(at)
	l.OnClick(at)
}

// Open opens the marked row.
func (l *List) Open() {
	if l.Marked < l.Count {
		l.OnOpen(l.Marked)
	}
}

// MenuAt marks a row and opens its menu at a position in the window.
func (l *List) MenuAt(at int, corner fyne.Position) {
	l.Mark(at)
	l.OnMenu(at, corner)
}

// RowTop returns where in the window the row at a place begins.
func (l *List) RowTop(at int) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Y + float32(at)*l.rows.Pitch() - l.GetScrollOffset()
}

// openMenu opens the menu of the marked row below the row.
func (l *List) openMenu() {
	if l.Marked >= l.Count {
		return
	}
	l.ScrollTo(l.Marked)
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
	l.OnMenu(l.Marked, fyne.NewPos(corner.X+menuInset, l.RowTop(l.Marked)+l.rows.Pitch()))
}

// TypedKey marks another row, opens the marked row or its menu, or passes the key on.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(l.Size().Height/l.rows.Pitch())-1)
	switch e.Name {
	case fyne.KeyDown:
		l.Mark(l.Marked + 1)
	case fyne.KeyUp:
		l.Mark(l.Marked - 1)
	case fyne.KeyPageDown:
		l.Mark(l.Marked + page)
	case fyne.KeyPageUp:
		l.Mark(l.Marked - page)
	case fyne.KeyHome:
		l.Mark(0)
	case fyne.KeyEnd:
		l.Mark(l.Count - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.Count > 0 {
			l.Open()
		} else if l.TakePress() {
			l.OnEmpty()
		}
	default:
		if press.OpensMenu(e) {
			l.openMenu()
		} else if !l.OnKey(e) {
			press.Pass(l, e)
		}
	}
}

// TypedRune passes a question mark, which asks for help, on to the window, and other characters to OnRune.
func (l *List) TypedRune(r rune) {
	if !press.PassRune(l, r) {
		l.OnRune(r)
	}
}

// TypedShortcut calls OnShortcut, or passes the shortcut on.
func (l *List) TypedShortcut(s fyne.Shortcut) {
	if l.Marked >= l.Count || !l.OnShortcut(l.Marked, s) {
		l.typing.OnShortcut(s)
	}
}

// FocusGained implements fyne.Focusable.
func (l *List) FocusGained() { l.setFocused(true) }

// FocusLost implements fyne.Focusable.
func (l *List) FocusLost() { l.setFocused(false) }

func (l *List) setFocused(on bool) {
	l.Focused = on
	l.Refresh()
}

// AccessibilityLabel returns the list's name and what ReadOut returns for the marked row.
func (l *List) AccessibilityLabel() string {
	if l.Marked >= l.Count {
		return l.Name
	}
	return l.Name + ": " + l.rows.ReadOut(l.Marked)
}

// AccessibilityRole returns the role of a text: the toolkit has none for a list.
func (l *List) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
