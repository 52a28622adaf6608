package dialog

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

// A scroll cuts off what reaches beyond it, so it must have room for the ring around the control with the focus.
func TestFocusRingOfATickBoxInADialogIsNotCut(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	w := test.NewTempWindow(t, &canvas.Rectangle{})
	w.Resize(fyne.NewSize(800, 600))
	d := New(w.Canvas(), func() {})
	first, last := control.NewCheck("Forget", true), control.NewCheck("Delete", false)
	d.Ask(Question{Title: "Log out?", Body: []fyne.CanvasObject{first, last}, Verb: "Log Out", OnYes: func() {}})
	position := fyne.CurrentApp().Driver().AbsolutePositionForObject
	from := position(d.Scroll)
	until := from.Add(d.Scroll.Size())
	for _, c := range []*control.Check{first, last} {
		w.Canvas().Focus(c)
		at := position(c)
		end := at.Add(c.Size())
		const room = control.RingRoom
		if at.X-room < from.X || at.Y-room < from.Y || end.X+room > until.X || end.Y+room > until.Y {
			t.Errorf("the ring around %s, from %v to %v, is cut by %v to %v", c.Text, at, end, from, until)
		}
	}
	if content := d.Scroll.Content.MinSize().Height; content > d.Scroll.Size().Height {
		t.Errorf("it scrolls: %v of %v", d.Scroll.Size().Height, content)
	}
}
