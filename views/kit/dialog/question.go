package dialog

import (
	"cmp"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// apart is the least distance between the button for what cannot be undone and the others.
const apart = float32(24)

// Question describes a dialog that asks the user before something is done.
type Question struct {
	Title string
	Body  []fyne.CanvasObject
	Verb  string // the label of the button that does it
	Kind  control.ButtonKind
	At    *Spot // of what the question is about; nil is in the middle of the window
	OnYes func()

	// Beside returns what a click at a position outside of the question does once it has closed the question. It may be nil.
	Beside func(at fyne.Position) (press func())

	OnNo func() // may be nil
	No   string // the label of the button that cancels; "" is Cancel

	Instead     string // the label of a button that does something safer instead; "" is no such button
	InsteadOnly string // its label where the window has no room for Instead; "" is none
	OnInstead   func()
	FocusCancel bool // Cancel has the focus even if there is a button Instead

	NoHeading bool // the question is about more than Heading says, and is shown without it
}

// Ask opens a question. Escape cancels it. The focus is on Cancel, or on the button Instead if there is one, and never
// on Verb: so Enter alone never does what the question is about. OnYes or OnInstead is called at most once. The
// returned function closes the question and reports whether it was still open.
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
	cancel := control.NewButton(cmp.Or(q.No, lang.L("Cancel")), control.ButtonDefault, no)
	yes := control.NewButton(q.Verb, q.Kind, answer(q.OnYes))
	first, buttons := cancel, container.NewHBox(layout.NewSpacer(), cancel, style.Gap(4, 0), yes)
	if q.Instead != "" { // the button for what cannot be undone stands apart
		instead := control.NewButton(q.Instead, control.ButtonPrimary, answer(q.OnInstead))
		buttons = container.NewHBox(yes, style.Gap(apart, 0), layout.NewSpacer(), cancel, style.Gap(4, 0), instead)
		if q.InsteadOnly != "" && buttons.MinSize().Width > d.Width(math.MaxFloat32) {
			instead.Text = q.InsteadOnly
		}
		if !q.FocusCancel {
			first = instead
		}
	}
	d.Show(Sheet{
		Title:    q.Title,
		sign:     newWarningSign(),
		Width:    Width,
		Body:     q.Body,
		Buttons:  buttons,
		First:    first,
		at:       q.At,
		beside:   q.Beside,
		OnEscape: no,
	})
	return d.withdrawal(before)
}

// heading returns what Heading says above a question, if anything.
func (d *Dialogs) heading(q Question) []fyne.CanvasObject {
	if d.Heading != nil && !q.NoHeading {
		if heading := d.Heading(); heading != nil {
			return []fyne.CanvasObject{heading}
		}
	}
	return nil
}

// ListHeightInQuestion is ListHeight for a list in a question.
func (d *Dialogs) ListHeightInQuestion(q Question) func() float32 {
	q.Body = append(d.heading(q), q.Body...)
	return d.ListHeight(Width, q.Body)
}
