package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// Question is a dialog that asks before something is done.
type Question struct {
	Title string
	Body  []fyne.CanvasObject
	Verb  string // what the button that does it says
	Kind  control.ButtonKind
	At    *fyne.Position // what it is about; nil is nothing in the window
	OnYes func()
	OnNo  func() // nil is nothing

	Instead   string // what the button says that does something better instead, if there is one
	OnInstead func()
	Cautious  bool // Cancel has the focus even so

	General bool // it is about more than Heading says
}

// Ask opens a question. Escape cancels. The focus, and so Enter, is never on what is asked about: it is on Cancel, or where
// something is offered instead that can be undone, on that. So Enter alone never does what is asked about. One of OnYes and OnInstead is
// called, once at most. The returned function cancels it if it is still open, and reports whether it was.
func (d *Dialogs) Ask(q Question) (withdraw func() bool) {
	before := d.Shown
	q.Body = append(d.heading(q), q.Body...)
	no := func() {
		d.Dismiss()
		if q.OnNo != nil {
			q.OnNo()
		}
	}
	answer := func(do func()) func() {
		return func() {
			if d.Shown == nil {
				return
			}
			d.Dismiss()
			do()
		}
	}
	first := control.NewButton(lang.L("Cancel"), control.ButtonDefault, no)
	yes := control.NewButton(q.Verb, q.Kind, answer(q.OnYes))
	buttons := container.NewHBox(layout.NewSpacer(), first, style.Gap(4, 0), yes)
	if q.Instead != "" { // what cannot be undone stands apart
		instead := control.NewButton(q.Instead, control.ButtonPrimary, answer(q.OnInstead))
		buttons = container.NewHBox(yes, layout.NewSpacer(), first, style.Gap(4, 0), instead)
		if !q.Cautious {
			first = instead
		}
	}
	d.Show(Sheet{
		Title:    q.Title,
		Sign:     newWarningSign(),
		Width:    Width,
		Body:     q.Body,
		Buttons:  buttons,
		First:    first,
		At:       q.At,
		OnEscape: no,
	})
	asked := d.Shown
	return func() bool {
		open := asked != before && asked == d.Shown
		if open {
			d.Dismiss()
		}
		return open
	}
}

// heading says what a question is about, where that is known.
func (d *Dialogs) heading(q Question) []fyne.CanvasObject {
	if d.Heading != nil && !q.General {
		if heading := d.Heading(); heading != nil {
			return []fyne.CanvasObject{heading}
		}
	}
	return nil
}

// RoomInQuestion is RoomBeside what a question says.
func (d *Dialogs) RoomInQuestion(q Question) float32 {
	q.Body = append(d.heading(q), q.Body...)
	return d.RoomBeside(Width, q.Body)
}
