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
	menuInset     = float32(10) // from a menu's edge to its icons
	menuIconGap   = float32(8)
	chordGap      = float32(24) // from the longest item to its shortcut, at least
)

// menuRow is an item of a menu. The pointer takes the keyboard along, so that one item stands out, not two.
type menuRow struct {
	control.Button
	item    *fyne.MenuItem
	canvas  fyne.Canvas
	close   func()           // takes the menu away
	end     func(first bool) // goes to the first item, or the last
	typed   func(rune) bool  // chooses an item of the menu by its letter
	checked bool
	room    float32 // for icons, where an item of the menu has one
	chord   string  // that does the same, "" where none does
}

func newMenuRow(item *fyne.MenuItem, c fyne.Canvas, close func()) *menuRow {
	r := &menuRow{Button: control.Button{Text: item.Label, Icon: tick(item)}, item: item, canvas: c, close: close, checked: item.Checked, chord: chordOf(item)}
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

// chordOf is the shortcut of an item as it is written on the keys, or nothing.
func chordOf(item *fyne.MenuItem) string {
	if s, ok := item.Shortcut.(*desktop.CustomShortcut); ok {
		return press.Chord(s)
	}
	return ""
}

// AccessibilityLabel is what it does, and the shortcut for that.
func (r *menuRow) AccessibilityLabel() string {
	if r.chord == "" {
		return r.Button.AccessibilityLabel()
	}
	return r.Button.AccessibilityLabel() + ", " + r.chord
}

// TypedKey goes to another item, or closes the menu.
func (r *menuRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyLeft:
		r.close()
	case fyne.KeyDown:
		r.canvas.FocusNext()
	case fyne.KeyUp:
		r.canvas.FocusPrevious()
	case fyne.KeyHome:
		r.end(true)
	case fyne.KeyEnd:
		r.end(false)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.Button.TypedKey(e)
	}
}

// TypedRune chooses the item with that letter.
func (r *menuRow) TypedRune(letter rune) {
	if !r.typed(letter) {
		r.Button.TypedRune(letter)
	}
}

// MouseIn takes the keyboard along.
func (r *menuRow) MouseIn(*desktop.MouseEvent) {
	if !r.Disabled() {
		r.canvas.Focus(r)
	}
}

// CreateRenderer is how Fyne draws it.
func (r *menuRow) CreateRenderer() fyne.WidgetRenderer {
	out := &menuRowRenderer{
		Row:    r,
		ground: &canvas.Rectangle{CornerRadius: 4, StrokeWidth: 2},
		label:  &canvas.Text{TextSize: style.SizeText},
		chord:  &canvas.Text{TextSize: style.SizeText},
		icon:   &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	out.update()
	return out
}

type menuRowRenderer struct {
	Row    *menuRow
	ground *canvas.Rectangle
	label  *canvas.Text
	chord  *canvas.Text // at the right end
	icon   *canvas.Image
}

func (r *menuRowRenderer) Destroy() {}

func (r *menuRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon, r.label, r.chord}
}

func (r *menuRowRenderer) MinSize() fyne.Size {
	width := r.label.MinSize().Width + r.Row.room + 2*menuInset + 12
	if r.chord.Text != "" {
		width += r.chord.MinSize().Width + chordGap
	}
	return fyne.NewSize(width, menuRowHeight)
}

func (r *menuRowRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.icon.Resize(fyne.NewSquareSize(control.IconSize))
	r.icon.Move(fyne.NewPos(menuInset, (size.Height-control.IconSize)/2))
	style.PlaceLine(r.label, menuInset+r.Row.room, size.Height)
	style.PlaceLine(r.chord, size.Width-menuInset-r.chord.MinSize().Width, size.Height)
}

func (r *menuRowRenderer) Refresh() {
	r.update()
	r.Layout(r.Row.Size())
	canvas.Refresh(r.Row)
}

func (r *menuRowRenderer) update() {
	row := r.Row
	ink := theme.ColorNameForeground
	if row.Disabled() {
		ink = theme.ColorNameDisabled
	}
	r.ground.FillColor = style.Color(row, theme.ColorNameHover)
	r.ground.StrokeColor = style.Color(row, theme.ColorNamePrimary)
	r.ground.Hidden = !row.Focused
	r.label.Text = row.Text
	r.label.Color = style.Color(row, ink)
	r.chord.Text = row.chord
	r.chord.Color = style.Color(row, style.ColorSecondary)
	r.icon.Hidden = row.Icon == nil
	if c, ok := row.Icon.(interface{ KeepsColor() bool }); ok && c.KeepsColor() {
		r.icon.Resource = row.Icon
	} else if row.Icon != nil {
		r.icon.Resource = theme.NewColoredResource(row.Icon, ink)
	}
}
