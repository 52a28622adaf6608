package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	dialogWidth = float32(420)
	dialogSide  = float32(24) // from a dialog's sides to what is in it
)

// question is a dialog that asks before something is done.
type question struct {
	Title string
	Body  []fyne.CanvasObject
	Verb  string // what the button that does it says
	Kind  buttonKind
	At    *fyne.Position // what it is about; nil is nothing in the window
	OnYes func()
}

// dialogs is the one place that opens dialogs. There is one at a time: while it is open, whatever would
// open another does nothing.
type dialogs struct {
	canvas   fyne.Canvas
	onOpen   func()
	onClosed func()

	open     *fyne.Container   // the open dialog or menu
	onEscape func()            // what Escape does in it, if anything
	scroll   *container.Scroll // what the arrows scroll in it, if anything
}

func newDialogs(c fyne.Canvas, onOpen func()) *dialogs {
	return &dialogs{canvas: c, onOpen: onOpen, onClosed: func() {}}
}

// Open tells whether a dialog or a menu lies over the window.
func (d *dialogs) Open() bool { return d.canvas.Overlays().Top() != nil }

// sheet is a dialog of any content.
type sheet struct {
	Title    string
	Icon     fyne.Resource
	Width    float32
	Body     []fyne.CanvasObject
	Buttons  *fyne.Container
	First    fyne.Focusable    // has the focus
	At       *fyne.Position    // beside this, and not in the middle of the window
	Scroll   *container.Scroll // what the arrows scroll, if anything
	OnEscape func()            // nil where the dialog is not to be closed by the way
}

// Ask opens a question. Cancel has the focus; Escape cancels. OnYes is called once at most. The returned
// function cancels it if it is still open, and reports whether it was.
func (d *dialogs) Ask(q question) (withdraw func() bool) {
	before := d.open
	cancel := newButton(lang.L("Cancel"), buttonDefault, d.Dismiss)
	yes := newButton(q.Verb, q.Kind, func() {
		if d.open == nil {
			return
		}
		d.Dismiss()
		q.OnYes()
	})
	cancel.OnKey, yes.OnKey = d.key, d.key
	d.Show(sheet{
		Title:    q.Title,
		Icon:     theme.NewWarningThemedResource(theme.WarningIcon()),
		Width:    dialogWidth,
		Body:     q.Body,
		Buttons:  container.NewHBox(layout.NewSpacer(), cancel, gap(4, 0), yes),
		First:    cancel,
		At:       q.At,
		OnEscape: d.Dismiss,
	})
	asked := d.open
	return func() bool {
		open := asked != before && asked == d.open
		if open {
			d.Dismiss()
		}
		return open
	}
}

// Tell opens a dialog that shows something and asks nothing, with buttons for what can be done with it.
func (d *dialogs) Tell(title string, content fyne.CanvasObject, more ...*button) {
	shut := newButton(lang.L("Close"), buttonDefault, d.Dismiss)
	buttons := container.NewHBox(layout.NewSpacer())
	for _, b := range append(more, shut) {
		b.OnKey = d.key
		buttons.Add(b)
		buttons.Add(gap(0, 0))
	}
	buttons.Objects = buttons.Objects[:len(buttons.Objects)-1]
	d.Show(sheet{Title: title, Body: []fyne.CanvasObject{content}, Buttons: buttons, First: shut, OnEscape: d.Dismiss})
}

// Show opens a dialog, with the keyboard on its first control. It stays in the dialog until that is closed, and
// then goes back to where it was: the toolkit keeps the focus of what an overlay covers.
func (d *dialogs) Show(s sheet) {
	if d.Open() {
		return
	}
	title := container.NewHBox(container.New(centred{}, newText(s.Title, sizeHeading, fyne.TextStyle{Bold: true})))
	if s.Icon != nil {
		title.Objects = append([]fyne.CanvasObject{widget.NewIcon(s.Icon)}, title.Objects...)
	}
	body := container.NewVBox(append([]fyne.CanvasObject{gap(d.width(s.Width), 4)}, s.Body...)...)
	body.Resize(fyne.NewSize(d.width(s.Width), body.MinSize().Height)) // wrapping is known only when the width is
	scroll := newExposedScroll(body)
	if s.Scroll == nil {
		s.Scroll = scroll.scroll
	}
	parts := container.New(dialogLayout{body}, title, scroll.object, s.Buttons)
	padded := container.New(layout.NewCustomPaddedLayout(20, 20, dialogSide, dialogSide), parts)
	overlay := newModal(padded)
	if s.At != nil {
		overlay = newPopover(padded, *s.At, d.Dismiss)
	}
	d.cover(overlay, s.First, s.OnEscape)
	d.scroll = s.Scroll
}

// width is as much of a dialog's width as the window has room for.
func (d *dialogs) width(wanted float32) float32 {
	return min(wanted, d.canvas.Size().Width-2*dialogSide)
}

func (d *dialogs) cover(overlay *fyne.Container, first fyne.Focusable, onEscape func()) {
	d.onOpen()
	d.open, d.onEscape = overlay, onEscape
	d.canvas.Overlays().Add(overlay)
	d.canvas.Focus(first)
}

// Dismiss closes the open dialog or menu without doing anything.
func (d *dialogs) Dismiss() {
	if d.open == nil {
		return
	}
	open := d.open
	d.open, d.onEscape, d.scroll = nil, nil, nil
	d.canvas.Overlays().Remove(open)
	d.onClosed()
}

// CloseAll closes whatever is open without doing anything.
func (d *dialogs) CloseAll() {
	d.Dismiss()
	for top := d.canvas.Overlays().Top(); top != nil; top = d.canvas.Overlays().Top() {
		d.canvas.Overlays().Remove(top)
	}
}

func (d *dialogs) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if d.onEscape != nil {
			d.onEscape()
		}
	case fyne.KeyLeft:
		d.canvas.FocusPrevious()
	case fyne.KeyRight:
		d.canvas.FocusNext()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		if d.scroll != nil {
			scrollContent(d.scroll, e.Name)
		}
	}
}

// Menu opens a menu at a place in the window.
func (d *dialogs) Menu(m *fyne.Menu, at fyne.Position) {
	if d.Open() {
		return
	}
	menu := newMenu(d.canvas, m, at, d.Dismiss)
	d.cover(menu.object, menu.first(), d.Dismiss)
}

// MenuBelow opens a menu below a button, within the window.
func (d *dialogs) MenuBelow(m *fyne.Menu, b *button) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	d.Menu(m, at.AddXY(0, b.Size().Height+6))
}

// paragraph is text that wraps in a dialog's width.
func paragraph(s string) *widget.Label {
	l := widget.NewLabel(s)
	l.Wrapping = fyne.TextWrapWord
	return l
}
