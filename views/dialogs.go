package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const dialogWidth = float32(420)

// question is a dialog that asks before something is done.
type question struct {
	Title string
	Body  []fyne.CanvasObject
	Verb  string // what the button that does it says
	Kind  buttonKind
	OnYes func()
}

// dialogs is the one place that opens dialogs. There is one at a time: while it is open, whatever would
// open another does nothing.
type dialogs struct {
	canvas fyne.Canvas
	onOpen func()
	open   *widget.PopUp
}

func newDialogs(c fyne.Canvas, onOpen func()) *dialogs {
	return &dialogs{canvas: c, onOpen: onOpen}
}

// Open tells whether a dialog or a menu lies over the window.
func (d *dialogs) Open() bool { return d.canvas.Overlays().Top() != nil }

// Ask opens a question. Cancel has the focus; Escape cancels. OnYes is called once at most.
func (d *dialogs) Ask(q question) {
	if d.Open() {
		return
	}
	cancel := newButton(lang.L("Cancel"), buttonDefault, d.Dismiss)
	yes := newButton(q.Verb, q.Kind, func() {
		if d.open == nil {
			return
		}
		d.Dismiss()
		q.OnYes()
	})
	cancel.OnKey, yes.OnKey = d.key, d.key

	title := newText(q.Title, sizeHeading, fyne.TextStyle{Bold: true})
	icon := widget.NewIcon(theme.NewWarningThemedResource(theme.WarningIcon()))
	body := container.NewVBox(container.NewHBox(icon, container.New(centred{}, title)), gap(dialogWidth, 4))
	body.Objects = append(body.Objects, q.Body...)
	body.Objects = append(body.Objects, gap(0, 4), container.NewHBox(layout.NewSpacer(), cancel, gap(4, 0), yes))
	d.open = widget.NewModalPopUp(container.New(layout.NewCustomPaddedLayout(20, 20, 24, 24), body), d.canvas)
	d.onOpen()
	d.open.Show()
	d.canvas.Focus(cancel)
}

// Dismiss closes the open question without doing anything.
func (d *dialogs) Dismiss() {
	if d.open == nil {
		return
	}
	open := d.open
	d.open = nil
	open.Hide()
}

// CloseAll closes the open question and menus without doing anything.
func (d *dialogs) CloseAll() {
	d.Dismiss()
	for top := d.canvas.Overlays().Top(); top != nil; top = d.canvas.Overlays().Top() {
		d.canvas.Overlays().Remove(top)
	}
}

func (d *dialogs) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		d.Dismiss()
	case fyne.KeyLeft:
		d.canvas.FocusPrevious()
	case fyne.KeyRight:
		d.canvas.FocusNext()
	}
}

// Menu opens a menu at a place in the window.
func (d *dialogs) Menu(m *fyne.Menu, at fyne.Position) {
	if d.Open() {
		return
	}
	d.onOpen()
	menu := widget.NewPopUpMenu(m, d.canvas)
	menu.ShowAtPosition(at)
	menu.ActivateNext()
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
