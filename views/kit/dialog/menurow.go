package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
)

const (
	menuRowHeight = float32(30)
	menuInset     = float32(10) // between a menu's edge and its icons
	menuIconGap   = float32(8)
	chordGap      = float32(24) // between the longest item and its shortcut, at least
)

// menuRow is an item of a menu. It takes the focus when the pointer is over it, so that only one item is highlighted.
type menuRow struct {
	control.Button
	item     *fyne.MenuItem
	badge    fyne.CanvasObject // before the text, or nil
	canvas   fyne.Canvas
	close    func()           // closes the menu
	focusEnd func(first bool) // moves the focus to the first or the last item
	choose   func(rune) bool  // chooses an item of the menu by its letter
	checked  bool
	dimmed   bool
	room     float32 // the width for an icon, 0 if no item of the menu has one
	past     float32 // the width for a badge, 0 if the item has none
	chord    string  // the shortcut that does the same, or ""
}

func newMenuRow(item *fyne.MenuItem, c fyne.Canvas, close func()) *menuRow {
	r := &menuRow{badge: badgeOf(item), Button: control.Button{Text: item.Label, Icon: iconOf(item)}, item: item, canvas: c, close: close, checked: item.Checked, chord: chordOf(item)}
	_, r.dimmed = item.Icon.(Dimmed)
	r.OnTapped = func() {
		close()
		if item.Action != nil {
			item.Action()
		}
	}
	r.ExtendBaseWidget(r)
	if item.Disabled {
		r.Disable()
	}
	return r
}

// chordOf returns the shortcut of an item, such as Ctrl+C, or "".
func chordOf(item *fyne.MenuItem) string {
	if s, ok := item.Shortcut.(*desktop.CustomShortcut); ok {
		return press.Chord(s)
	}
	return ""
}

// AccessibilityLabel returns the item's text and its shortcut.
func (r *menuRow) AccessibilityLabel() string {
	if r.chord == "" {
		return r.Button.AccessibilityLabel()
	}
	return r.Button.AccessibilityLabel() + ", " + r.chord
}

// TypedKey moves to another item, chooses this one, or closes the menu.
func (r *menuRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyLeft:
		r.close()
	case fyne.KeyDown:
		r.canvas.FocusNext()
	case fyne.KeyUp:
		r.canvas.FocusPrevious()
	case fyne.KeyHome:
		r.focusEnd(true)
	case fyne.KeyEnd:
		r.focusEnd(false)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.Button.TypedKey(e)
	}
}

// TypedRune chooses the item whose shortcut is that letter.
func (r *menuRow) TypedRune(letter rune) {
	if !r.choose(letter) {
		r.Button.TypedRune(letter)
	}
}

// MouseIn implements desktop.Hoverable. It takes the focus.
func (r *menuRow) MouseIn(*desktop.MouseEvent) {
	if !r.Disabled() {
		r.canvas.Focus(r)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *menuRow) CreateRenderer() fyne.WidgetRenderer {
	out := &menuRowRenderer{
		row:    r,
		ground: &canvas.Rectangle{CornerRadius: 4, StrokeWidth: 2},
		label:  &canvas.Text{TextSize: style.SizeText},
		chord:  &canvas.Text{TextSize: style.SizeText},
		icon:   &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	out.update()
	return out
}

type menuRowRenderer struct {
	row    *menuRow
	ground *canvas.Rectangle
	label  *canvas.Text
	chord  *canvas.Text // at the right
	icon   *canvas.Image
}

func (r *menuRowRenderer) Destroy() {}

func (r *menuRowRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground, r.icon, r.label, r.chord}
	if r.row.badge != nil {
		objects = append(objects, r.row.badge)
	}
	return objects
}

func (r *menuRowRenderer) MinSize() fyne.Size {
	width := r.label.MinSize().Width + r.row.room + r.row.past + 2*menuInset + 12
	if r.chord.Text != "" {
		width += r.chord.MinSize().Width + chordGap
	}
	return fyne.NewSize(width, menuRowHeight)
}

func (r *menuRowRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.icon.Resize(fyne.NewSquareSize(control.IconSize))
	r.icon.Move(fyne.NewPos(menuInset, (size.Height-control.IconSize)/2))
	style.PlaceLine(r.label, menuInset+r.row.room+r.row.past, size.Height)
	if r.row.badge != nil {
		style.Place(r.row.badge, menuInset+r.row.room, size.Height)
	}
	style.PlaceLine(r.chord, size.Width-menuInset-r.chord.MinSize().Width, size.Height)
}

func (r *menuRowRenderer) Refresh() {
	r.update()
	r.Layout(r.row.Size())
	canvas.Refresh(r.row)
}

func (r *menuRowRenderer) update() {
	row := r.row
	ink := theme.ColorNameForeground
	switch {
	case row.Disabled():
		ink = theme.ColorNameDisabled
	case row.dimmed:
		ink = style.ColorSecondary
	}
	r.ground.FillColor = style.Color(row, theme.ColorNameHover)
	r.ground.StrokeColor = style.Color(row, theme.ColorNamePrimary)
	r.ground.Hidden = !row.Focused
	r.label.Text = row.Text
	r.label.Color = style.Color(row, ink)
	r.chord.Text = row.chord
	r.chord.Color = style.Color(row, style.ColorSecondary)
	r.icon.Hidden = row.Icon == nil
	if row.Icon != nil {
		r.icon.Resource = theme.NewColoredResource(row.Icon, ink)
	}
}
