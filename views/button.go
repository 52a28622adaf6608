package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// buttonKind is how prominent a button is.
type buttonKind int

const (
	buttonDefault buttonKind = iota
	buttonPrimary
	buttonDanger
	buttonPlain // an icon or a name without a frame
)

const (
	buttonHeight = float32(28)
	iconSize     = float32(16)
)

// button is the console's button. Unlike widget.Button it keeps the focus when it is clicked, takes
// Enter as well as Space, and hands on the keys that it has no use for.
type button struct {
	widget.DisableableWidget
	Text     string
	Icon     fyne.Resource
	Kind     buttonKind
	Hint     string // what it does, where the text does not say: read out, and shown on hover
	OnTapped func()
	OnKey    func(*fyne.KeyEvent)
	tips     *tips

	hovered, focused bool
}

func newButton(label string, kind buttonKind, tapped func()) *button {
	b := &button{Text: label, Kind: kind, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

func newIconButton(icon fyne.Resource, hint string, tips *tips, tapped func()) *button {
	b := &button{Icon: icon, Hint: hint, Kind: buttonPlain, OnTapped: tapped, tips: tips}
	b.ExtendBaseWidget(b)
	return b
}

// SetText changes the label.
func (b *button) SetText(label string) {
	b.Text = label
	b.Refresh()
}

// Tapped is a click on it.
func (b *button) Tapped(*fyne.PointEvent) {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey acts on Space and Enter.
func (b *button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		if b.OnKey != nil {
			b.OnKey(e)
		}
	}
}

// TypedRune is of no use to a button.
func (b *button) TypedRune(rune) {}

// FocusGained shows the ring.
func (b *button) FocusGained() {
	b.focused = true
	b.Refresh()
}

// FocusLost takes the ring away.
func (b *button) FocusLost() {
	b.focused = false
	b.Refresh()
}

// MouseIn is the pointer coming over it.
func (b *button) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
	if b.Hint != "" && b.tips != nil {
		b.tips.Offer(b, b.Hint)
	}
}

// MouseMoved is of no use to a button.
func (b *button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is the pointer going away.
func (b *button) MouseOut() {
	b.hovered = false
	b.Refresh()
	if b.tips != nil {
		b.tips.Withdraw(b)
	}
}

// Cursor is a hand where a click does something.
func (b *button) Cursor() desktop.Cursor {
	if b.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel is what it does.
func (b *button) AccessibilityLabel() string {
	if b.Text != "" {
		return b.Text
	}
	return b.Hint
}

// AccessibilityRole is that of a button.
func (b *button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is how Fyne draws it.
func (b *button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b,
		frame:  &canvas.Rectangle{CornerRadius: 6},
		ring:   &canvas.Rectangle{CornerRadius: 8, StrokeWidth: 2},
		label:  &canvas.Text{TextSize: sizeText},
		icon:   &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	r.update()
	return r
}

type buttonRenderer struct {
	button      *button
	frame, ring *canvas.Rectangle
	label       *canvas.Text
	icon        *canvas.Image
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.frame, r.icon, r.label}
}

func (r *buttonRenderer) MinSize() fyne.Size {
	b := r.button
	switch {
	case b.Text == "":
		return fyne.NewSquareSize(buttonHeight)
	case b.Icon == nil:
		return fyne.NewSize(r.label.MinSize().Width+30, buttonHeight)
	}
	return fyne.NewSize(r.label.MinSize().Width+iconSize+8+28, buttonHeight)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	r.ring.Resize(size.AddWidthHeight(4, 4))
	r.ring.Move(fyne.NewPos(-2, -2))

	width := float32(0)
	if r.button.Text != "" {
		width = r.label.MinSize().Width
	}
	x := (size.Width - width) / 2
	if r.button.Icon != nil {
		spacing := float32(0)
		if r.button.Text != "" {
			spacing = 8
		}
		x = (size.Width - width - iconSize - spacing) / 2
		r.icon.Resize(fyne.NewSquareSize(iconSize))
		r.icon.Move(fyne.NewPos(x, (size.Height-iconSize)/2))
		x += iconSize + spacing
	}
	place(r.label, x, size.Height)
}

func (r *buttonRenderer) Refresh() {
	r.update()
	r.Layout(r.button.Size())
	canvas.Refresh(r.button)
}

func (r *buttonRenderer) update() {
	b := r.button
	fill, stroke, ink := b.colors()
	r.frame.FillColor = themeColor(b, fill)
	r.frame.StrokeColor = themeColor(b, stroke)
	r.frame.StrokeWidth = 1
	if b.Kind == buttonPlain {
		r.frame.StrokeWidth = 0
	}
	r.frame.Hidden = b.Kind == buttonPlain && !b.hovered
	r.ring.StrokeColor = themeColor(b, theme.ColorNamePrimary)
	r.ring.Hidden = !b.focused
	r.label.Text = b.Text
	r.label.Color = themeColor(b, ink)
	r.icon.Hidden = b.Icon == nil
	if b.Icon != nil {
		r.icon.Resource = theme.NewColoredResource(b.Icon, ink)
		r.icon.Refresh()
	}
}

func (b *button) colors() (fill, stroke, ink fyne.ThemeColorName) {
	if b.Disabled() {
		return theme.ColorNameDisabledButton, colorBorder, theme.ColorNameDisabled
	}
	switch b.Kind {
	case buttonPrimary:
		if b.hovered {
			return colorLink, colorLink, colorOnPrimary
		}
		return theme.ColorNamePrimary, theme.ColorNamePrimary, colorOnPrimary
	case buttonDanger:
		return colorDangerFill, colorDangerFill, colorOnPrimary
	case buttonPlain:
		return theme.ColorNameHover, theme.ColorNameHover, theme.ColorNameForeground
	}
	if b.hovered {
		return colorCard, colorLink, colorLink
	}
	return colorCard, colorBorder, theme.ColorNameForeground
}
