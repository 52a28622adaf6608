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

	open     *widget.PopUp
	onEscape func() // what Escape does in it, if anything
}

func newDialogs(c fyne.Canvas, onOpen func()) *dialogs {
	return &dialogs{canvas: c, onOpen: onOpen}
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
	First    fyne.Focusable // has the focus
	OnEscape func()         // nil where the dialog is not to be closed by the way
}

// Ask opens a question. Cancel has the focus; Escape cancels. OnYes is called once at most.
func (d *dialogs) Ask(q question) {
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
		OnEscape: d.Dismiss,
	})
}

// Show opens a dialog.
func (d *dialogs) Show(s sheet) {
	if d.Open() {
		return
	}
	title := newText(s.Title, sizeHeading, fyne.TextStyle{Bold: true})
	body := container.NewVBox(container.NewHBox(widget.NewIcon(s.Icon), container.New(centred{}, title)), gap(s.Width, 4))
	body.Objects = append(body.Objects, s.Body...)
	body.Objects = append(body.Objects, gap(0, 4), s.Buttons)
	body.Resize(fyne.NewSize(s.Width, body.MinSize().Height)) // wrapping is known only when the width is
	d.open = widget.NewModalPopUp(container.New(layout.NewCustomPaddedLayout(20, 20, 24, 24), body), d.canvas)
	d.onEscape = s.OnEscape
	d.onOpen()
	d.open.Show()
	d.canvas.Focus(s.First)
}

// Dismiss closes the open dialog without doing anything.
func (d *dialogs) Dismiss() {
	if d.open == nil {
		return
	}
	open := d.open
	d.open, d.onEscape = nil, nil
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
		if d.onEscape != nil {
			d.onEscape()
		}
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
