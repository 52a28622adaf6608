// Package control provides what is pressed or typed into: buttons, tick boxes, fields, links and drop-down lists.
package control

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/tooltip"
)

// ButtonKind is how prominent a button is.
type ButtonKind int

const (
	ButtonDefault ButtonKind = iota
	ButtonPrimary
	ButtonDanger
	ButtonPlain // an icon or a name without a frame
	ButtonLink  // a plain button that looks like a link
)

const (
	ButtonHeight    = float32(32) // also of the other controls in a row
	lowButtonHeight = float32(24)

	IconButtonSize = float32(28) // of a button with an icon only, which has no frame
	IconSize       = float32(16)
	iconGap        = float32(5)  // between a button's icon, which has a margin of its own, and its text
	PlainInset     = float32(10) // between the side of a button and its icon
)

// Button looks like the console's button. Unlike widget.Button it keeps the focus when it is clicked, acts on Enter as
// well as Space, and passes all other keys on to the window.
type Button struct {
	widget.DisableableWidget
	HeldKey
	tooltip.Hover
	Text             string
	Icon             fyne.Resource
	Kind             ButtonKind
	Low              bool   // lower than other buttons, so that a bar of one line has room around it for the focus ring
	state            string // the current state, such as "open": read out after the text
	Hint             string // what the button does, if it has no text or the text does not say: read out, and shown on hover; changed by SetHint
	OnTapped         func()
	OnTappedDisabled func()         // called when the button is pressed while disabled
	OnFocus          func()         // called when the button gets the focus
	Toggles          *press.Presses // ignores the second press of a double press, which would undo the first; nil where each press counts
	TakesKeyboard    bool           // a click gives it the keyboard too: a dialog that it opens gives it back, a mistake that it finds leads to a field

	Focused  bool
	ringless struct {
		covered bool // a dialog or a menu lies over it
		clicked bool // it has got the focus by a click, and no key was pressed since
	}
	self fyne.Widget // the widget that embeds the button, or the button itself
}

// NewButton returns a button with a label.
func NewButton(label string, kind ButtonKind, tapped func()) *Button {
	b := &Button{Text: label, Kind: kind, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton returns a button with an icon only; hint says what it does.
func NewIconButton(icon fyne.Resource, hint string, tips tooltip.Offerer, tapped func()) *Button {
	b := &Button{Icon: icon, Hint: hint, Kind: ButtonPlain, OnTapped: tapped}
	b.Tips = tips
	b.ExtendBaseWidget(b)
	return b
}

// ExtendBaseWidget makes self the widget that the toolkit draws and that keys are passed on from.
func (b *Button) ExtendBaseWidget(self fyne.Widget) {
	b.self, b.Redraw = self, b.Refresh
	b.TellOn(b, func() string { return b.Hint })
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

// SetHint changes what the button's tip says. A tip that says something else goes.
func (b *Button) SetHint(hint string) {
	if b.Hint != hint {
		b.WithdrawTip()
	}
	b.Hint = hint
}

// Tapped calls OnTapped, or OnTappedDisabled while the button is disabled. The button's tip goes: what happens now is said
// elsewhere.
func (b *Button) Tapped(by *fyne.PointEvent) {
	if p := b.Toggles; p != nil && (by != nil && p.IsRepeatedClick() || by == nil && p.IsRepeatedKey()) {
		return
	}
	b.WithdrawTip()
	if b.TakesKeyboard && by != nil {
		b.HideRing()
		fyne.CurrentApp().Driver().CanvasForObject(b.self).Focus(b)
	}
	tapped := b.OnTapped
	if b.Disabled() {
		tapped = b.OnTappedDisabled
	}
	if tapped != nil {
		tapped()
	}
}

// TypedKey acts on Space and Enter, once however long they are held down.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if b.ringless.clicked {
		b.ringless.clicked = false
		b.Refresh()
	}
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if b.TakePress() {
			b.Tapped(nil)
		}
	default:
		press.Pass(b.self, e)
	}
}

// TypedRune passes a question mark, which asks for help, on to the window.
func (b *Button) TypedRune(r rune) { press.PassRune(b.self, r) }

// FocusGained shows the focus ring.
func (b *Button) FocusGained() {
	b.Focused = true
	b.Refresh()
	b.Follow()
}

// Follow implements scroll.Followed. After a click, the button stays below the pointer.
func (b *Button) Follow() {
	if b.OnFocus != nil && !b.ringless.clicked {
		b.OnFocus()
	}
}

// HideRing hides the focus ring of a button that has got the focus by a click, until the next key is pressed: the ring is
// for those who use the keyboard.
func (b *Button) HideRing() {
	b.ringless.clicked = true
	b.Refresh()
}

// FocusLost hides the focus ring.
func (b *Button) FocusLost() {
	b.Focused, b.ringless.clicked = false, false
	b.Refresh()
}

// Cover implements Coverable.
func (b *Button) Cover(on bool) {
	b.ringless.covered = on
	b.Refresh()
}

// Ringed reports whether the focus ring is shown.
func (b *Button) Ringed() bool { return b.Focused && !b.ringless.covered && !b.ringless.clicked }

// Cursor returns a hand where a click does something.
func (b *Button) Cursor() desktop.Cursor {
	if b.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel returns the button's text and state, or else its hint.
func (b *Button) AccessibilityLabel() string {
	if b.Text != "" && b.state != "" {
		return b.Text + ": " + b.state
	}
	return cmp.Or(b.Text, b.Hint)
}

// AccessibilityRole returns the role of a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
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
