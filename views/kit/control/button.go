// Package control has the controls that pages are made of: buttons, fields, links, choices, texts and cards, and how
// a page scrolls to the one that has the keyboard.
package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
)

// ButtonKind is how prominent a button is.
type ButtonKind int

const (
	ButtonDefault ButtonKind = iota
	ButtonPrimary
	ButtonDanger
	ButtonPlain // an icon or a name without a frame
	ButtonLink  // a plain one that looks like a link
)

const (
	ButtonHeight = float32(32) // as of every control in a row

	IconButtonSize = float32(28) // of one with an icon alone, which has no frame
	IconSize       = float32(16)
	iconGap        = float32(5)  // from a button's icon, which has a margin of its own, to its text
	plainInset     = float32(10) // from the side of a button with an icon to that
)

// Button is the console's button. Unlike widget.Button it keeps the focus when it is clicked, takes
// Enter as well as Space, and passes the keys on that it has no use for.
type Button struct {
	widget.DisableableWidget
	HeldKey
	Text     string
	Icon     fyne.Resource
	Kind     ButtonKind
	State    string // what is the case now: read out after the text
	Hint     string // what it does, where the text does not say: read out, and shown on hover
	OnTapped func()
	OnRefuse func() // it was pressed though it is disabled
	OnFocus  func() // it gets the keyboard
	Tips     *Tips

	hovered, Focused bool
	self             fyne.Widget // what it is part of, or itself
}

// NewButton returns a button with a label.
func NewButton(label string, kind ButtonKind, tapped func()) *Button {
	b := &Button{Text: label, Kind: kind, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton returns a button with an icon alone; hint says what it does.
func NewIconButton(icon fyne.Resource, hint string, tips *Tips, tapped func()) *Button {
	b := &Button{Icon: icon, Hint: hint, Kind: ButtonPlain, OnTapped: tapped, Tips: tips}
	b.ExtendBaseWidget(b)
	return b
}

// ExtendBaseWidget implements widget.BaseWidget.
func (b *Button) ExtendBaseWidget(self fyne.Widget) {
	b.self = self
	b.DisableableWidget.ExtendBaseWidget(self)
}

// SetText changes the label.
func (b *Button) SetText(label string) {
	if b.Text == label {
		return
	}
	b.Text = label
	b.Refresh()
}

// Tapped is a click on it.
func (b *Button) Tapped(*fyne.PointEvent) {
	tapped := b.OnTapped
	if b.Disabled() {
		tapped = b.OnRefuse
	}
	if tapped != nil {
		tapped()
	}
}

// TypedKey acts on Space and Enter, once however long they are held.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if b.Once() {
			b.Tapped(nil)
		}
	default:
		press.Pass(b.self, e)
	}
}

// TypedRune passes on what asks for help.
func (b *Button) TypedRune(r rune) { press.PassRune(b.self, r) }

// FocusGained shows the ring.
func (b *Button) FocusGained() {
	b.Focused = true
	b.Refresh()
	if b.OnFocus != nil {
		b.OnFocus()
	}
}

// FocusLost takes the ring away.
func (b *Button) FocusLost() {
	b.Focused = false
	b.Refresh()
}

// MouseIn is the pointer coming over it.
func (b *Button) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
	if b.Hint != "" && b.Tips != nil {
		b.Tips.Offer(b, b.Hint)
	}
}

// MouseMoved is of no use to a button.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is the pointer going away.
func (b *Button) MouseOut() {
	b.hovered = false
	b.Refresh()
	if b.Tips != nil {
		b.Tips.Withdraw(b)
	}
}

// Cursor is a hand where a click does something.
func (b *Button) Cursor() desktop.Cursor {
	if b.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel is what it does.
func (b *Button) AccessibilityLabel() string {
	if b.Text != "" && b.State != "" {
		return b.Text + ": " + b.State
	}
	if b.Text != "" {
		return b.Text
	}
	return b.Hint
}

// AccessibilityRole is that of a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is how Fyne draws it.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b,
		frame:  &canvas.Rectangle{CornerRadius: 6},
		ring:   newRing(),
		label:  &canvas.Text{TextSize: style.SizeText},
		icon:   &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	r.update()
	return r
}
