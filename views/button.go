package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// buttonKind is how prominent a button is.
type buttonKind int

const (
	buttonDefault buttonKind = iota
	buttonPrimary
	buttonDanger
	buttonPlain // an icon or a name without a frame
	buttonLink  // a plain one that looks like a link
)

const (
	buttonHeight = float32(28)
	iconSize     = float32(16)
)

// button is the console's button. Unlike widget.Button it keeps the focus when it is clicked, takes
// Enter as well as Space, and hands on the keys that it has no use for.
type button struct {
	widget.DisableableWidget
	heldKey
	Text     string
	Icon     fyne.Resource
	Kind     buttonKind
	State    string // what is the case now: read out after the text
	Hint     string // what it does, where the text does not say: read out, and shown on hover
	OnTapped func()
	OnRefuse func() // it was pressed though it is disabled
	OnKey    func(*fyne.KeyEvent)
	OnFocus  func() // it gets the keyboard
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
	if b.Text == label {
		return
	}
	b.Text = label
	b.Refresh()
}

// Tapped is a click on it.
func (b *button) Tapped(*fyne.PointEvent) {
	tapped := b.OnTapped
	if b.Disabled() {
		tapped = b.OnRefuse
	}
	if tapped != nil {
		tapped()
	}
}

// TypedKey acts on Space and Enter, once however long they are held.
func (b *button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if b.once() {
			b.Tapped(nil)
		}
	default:
		if b.OnKey != nil {
			b.OnKey(e)
		}
	}
}

// TypedRune hands on what asks for help.
func (b *button) TypedRune(r rune) { typedRune(r, b.OnKey) }

// FocusGained shows the ring.
func (b *button) FocusGained() {
	b.focused = true
	b.Refresh()
	if b.OnFocus != nil {
		b.OnFocus()
	}
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
	if b.Text != "" && b.State != "" {
		return b.Text + ": " + b.State
	}
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
