// Package dialog provides the dialogs, popovers and menus that lie over the window. Type Dialogs is the one place that
// opens them.
package dialog

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/form"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/text"
)

const (
	Width      = float32(420)
	dialogSide = float32(24) // between a dialog's sides and its contents
	dialogEnd  = float32(20) // between its contents and its top and bottom
	outside    = float32(6)  // between a dialog and the window's edges, at least: Width has room in the smallest window
)

// Dialogs opens the dialogs and menus of a window. Only one is open at a time: a call that would open another does
// nothing.
type Dialogs struct {
	canvas   fyne.Canvas
	onOpen   func()
	OnClosed func()
	Heading  func() fyne.CanvasObject // returns what stands above each question; the function or its result may be nil

	Shown    *fyne.Container   // the open dialog or menu
	covered  control.Coverable // what has the focus below the open dialog or menu; may be nil
	onEscape func()            // called for Escape; may be nil
	Scroll   *container.Scroll // what the arrow keys scroll; may be nil
}

// New returns the dialogs of a canvas. onOpen is called before a dialog or a menu opens.
func New(c fyne.Canvas, onOpen func()) *Dialogs {
	return &Dialogs{canvas: c, onOpen: onOpen, OnClosed: func() {}}
}

// IsOpen reports whether a dialog or a menu is open.
func (d *Dialogs) IsOpen() bool { return d.canvas.Overlays().Top() != nil }

// Sheet describes a dialog with any content.
type Sheet struct {
	Title    string
	Icon     fyne.Resource
	sign     fyne.CanvasObject // instead of an icon
	Width    float32
	Body     []fyne.CanvasObject
	Buttons  *fyne.Container
	First    fyne.Focusable // the control that has the focus at first
	at       *Spot          // where the dialog opens as a popover; nil is in the middle of the window
	beside   func(fyne.Position) func()
	Scroll   *container.Scroll // what the arrow keys scroll; nil is the whole body
	OnEscape func()            // nil if Escape must not close the dialog
}

// Tell opens a dialog of a wanted width that only shows something. It has a Close button, and before it the buttons in
// more. The returned function closes the dialog and reports whether it was still open.
func (d *Dialogs) Tell(title string, width float32, content fyne.CanvasObject, more ...*control.Button) (withdraw func() bool) {
	before := d.Shown
	shut := control.NewButton(lang.L("Close"), control.ButtonDefault, d.Dismiss)
	buttons := container.NewHBox(layout.NewSpacer())
	for _, b := range append(more, shut) {
		buttons.Add(b)
		buttons.Add(style.Gap(0, 0))
	}
	buttons.Objects = buttons.Objects[:len(buttons.Objects)-1]
	d.Show(Sheet{Title: title, Width: width, Body: []fyne.CanvasObject{content}, Buttons: buttons, First: shut, OnEscape: d.Dismiss})
	return d.withdrawal(before)
}

// withdrawal returns a function that closes the dialog that was opened last, and reports whether it was still open.
// before is what was open before it.
func (d *Dialogs) withdrawal(before *fyne.Container) func() bool {
	opened := d.Shown
	return func() bool {
		open := opened != before && opened == d.Shown
		if open {
			d.Dismiss()
		}
		return open
	}
}

// Show opens a dialog with the focus on its first control. The focus stays in the dialog while it is open. When it is
// closed, the toolkit gives the focus back to the control that had it before.
func (d *Dialogs) Show(s Sheet) {
	if d.IsOpen() {
		return
	}
	title := newTitle(s.Title)
	if s.Icon != nil {
		s.sign = widget.NewIcon(s.Icon)
	}
	if s.sign != nil {
		title.Objects = append([]fyne.CanvasObject{s.sign}, title.Objects...)
	}
	width := d.Width(s.Width)
	body := newBody(width, s.Body)
	side := bodyMargin()
	scroll := scroll.NewExposed(container.New(layout.NewCustomPaddedLayout(0, bodyFoot, side, side), body))
	if s.Scroll == nil {
		s.Scroll = scroll.Scroll
	}
	parts := container.New(dialogLayout{body, s.Width}, title, scroll.Object, s.Buttons)
	padded := container.New(layout.NewCustomPaddedLayout(dialogEnd, dialogEnd, dialogSide, dialogSide), parts)
	overlay := newModal(padded)
	if s.at != nil {
		overlay = newPopover(padded, *s.at, d.Dismiss, s.beside)
	}
	d.openOverlay(overlay, s.First, s.OnEscape)
	d.Scroll = s.Scroll
}

func newTitle(title string) *fyne.Container {
	return container.NewHBox(container.New(style.Centred{}, text.New(style.CloseUp(title), style.SizeHeading, fyne.TextStyle{Bold: true})))
}

// newBody returns the body of a dialog.
func newBody(width float32, body []fyne.CanvasObject) *fyne.Container {
	c := container.NewVBox(append([]fyne.CanvasObject{style.Gap(0, 4)}, flush(body)...)...)
	c.Resize(fyne.NewSize(width, c.MinSize().Height)) // the height of text that wraps depends on the width
	return c
}

// flush aligns the texts and tick boxes of a dialog with the left edge of its title.
func flush(body []fyne.CanvasObject) []fyne.CanvasObject {
	all := slices.Clone(body)
	for i, o := range all {
		switch o := o.(type) {
		case *text.Wrapped:
			all[i] = form.FlushText(o)
		case *control.Check:
			all[i] = form.FlushCheck(o)
		}
	}
	return all
}

// Width returns the wanted width of a dialog, or as much of it as the window has room for.
func (d *Dialogs) Width(wanted float32) float32 {
	return min(wanted, d.canvas.Size().Width-2*outside-2*dialogSide)
}

// ListHeight returns a function that returns how high a list in a dialog of the given width can be, so that the window has
// room for it and for the rest of the body.
func (d *Dialogs) ListHeight(width float32, rest []fyne.CanvasObject) func() float32 {
	title, buttons := newTitle("").MinSize(), fyne.NewSize(0, control.ButtonHeight)
	body := newBody(d.Width(width), rest).MinSize().Height + theme.Padding()
	around := 2*outside + 2*dialogEnd + dialogLayout{}.heightAround(title, buttons) + body
	return func() float32 { return d.canvas.Size().Height - around }
}

func (d *Dialogs) openOverlay(overlay *fyne.Container, first fyne.Focusable, onEscape func()) {
	d.onOpen()
	if c, ok := d.canvas.Focused().(control.Coverable); ok {
		d.covered = c
		c.Cover(true)
	}
	d.Shown, d.onEscape = overlay, onEscape
	d.canvas.Overlays().Add(overlay)
	d.canvas.Focus(first)
}

// Fit adapts the height of the open dialog to its contents, which have changed.
func (d *Dialogs) Fit() {
	if d.Shown != nil {
		d.Shown.Refresh()
	}
}

// Dismiss closes the open dialog or menu without doing anything.
func (d *Dialogs) Dismiss() {
	if d.Shown == nil {
		return
	}
	open := d.Shown
	d.Shown, d.onEscape, d.Scroll = nil, nil, nil
	d.canvas.Overlays().Remove(open)
	if d.covered != nil {
		d.covered.Cover(false)
		d.covered = nil
	}
	d.OnClosed()
}

// CloseAll closes whatever is open without doing anything.
func (d *Dialogs) CloseAll() {
	d.Dismiss()
	for top := d.canvas.Overlays().Top(); top != nil; top = d.canvas.Overlays().Top() {
		d.canvas.Overlays().Remove(top)
	}
}

// Menu opens a menu at a position in the window.
func (d *Dialogs) Menu(m *fyne.Menu, at fyne.Position) { d.openMenu(nil, m, menuLayout{at: at}, nil) }

// MenuOfChoice opens the menu of a drop-down list below it, or above it. It is at least as wide as the list.
func (d *Dialogs) MenuOfChoice(m *fyne.Menu, choice fyne.CanvasObject) {
	d.menuOfChoice(m, choice, nil)
}

func (d *Dialogs) menuOfChoice(m *fyne.Menu, choice fyne.CanvasObject, through []*control.Button) {
	place := beside(choice, 2)
	place.width = choice.Size().Width
	d.openMenu(nil, m, place, through)
}

func (d *Dialogs) openMenu(first *fyne.MenuItem, m *fyne.Menu, place menuLayout, through []*control.Button) {
	if d.IsOpen() {
		return
	}
	menu := newMenu(d.canvas, m, place, d.Dismiss, through...)
	d.openOverlay(menu.object, menu.firstFocus(first), d.Dismiss)
}

// MenuAmong returns a function like MenuOfChoice for a list that stands among buttons: a click on one of them closes the menu
// and presses that button.
func (d *Dialogs) MenuAmong(buttons func() []*control.Button) control.OpenMenu {
	return func(m *fyne.Menu, choice fyne.CanvasObject) { d.menuOfChoice(m, choice, buttons()) }
}

// MenuOfRow opens the menu of a row with the focus on the item first. An item whose shortcut is a single letter is chosen by
// typing that letter. Where it has no room below, it opens above the row, which stays in sight; where
// it has none there either, beside what names the row, as far as the window is wide enough.
func (d *Dialogs) MenuOfRow(first *fyne.MenuItem, m *fyne.Menu, at fyne.Position, row Row) {
	d.openMenu(first, m, menuLayout{at: at, row: &row}, nil)
}

// FieldMenu opens the menu of a field, also above the dialog that the field is in.
func (d *Dialogs) FieldMenu(m *fyne.Menu, at fyne.Position) {
	if !d.IsOpen() {
		d.Menu(m, at)
		return
	}
	var above *menu
	onEscape := d.onEscape
	shut := func() {
		d.onEscape = onEscape
		d.canvas.Overlays().Remove(above.object)
	}
	above = newMenu(d.canvas, m, menuLayout{at: at}, shut)
	d.onOpen()
	d.onEscape = shut // also while no item has the focus, as after a click on a grey one
	d.canvas.Overlays().Add(above.object)
	d.canvas.Focus(above.firstFocus(nil))
}

// MenuBelow opens a menu below a button, or above it where there is more room. A click on one of the others that it stands among closes the
// menu and presses that one.
func (d *Dialogs) MenuBelow(m *fyne.Menu, b *control.Button, among ...*control.Button) {
	d.MenuBelowOn(nil, m, b, among...)
}

// MenuBelowOn is MenuBelow with the focus on the item first.
func (d *Dialogs) MenuBelowOn(first *fyne.MenuItem, m *fyne.Menu, b *control.Button, among ...*control.Button) {
	others := slices.DeleteFunc(slices.Clone(among), func(other *control.Button) bool { return other == b })
	d.openMenu(first, m, beside(b, 6), others)
}

// Paragraph returns a text that wraps at the dialog's width.
func Paragraph(s string) *text.Wrapped {
	return text.NewWrapped(style.CloseUp(s))
}

// Warning returns a paragraph in red, which warns of a danger.
func Warning(s string) *text.Wrapped {
	l := Paragraph(s)
	l.Importance = widget.DangerImportance
	return l
}

// IDLength is how many characters of a key ID fit on a line of a dialog.
const IDLength = 48
