package dialog

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

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

// The toolkit leaves the focus to what is below a dialog, but the user must see one ring.
func TestOnlyTheDialogShowsWhereTheFocusIs(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	below := map[string]fyne.Focusable{
		"button": control.NewButton("Disable", control.ButtonPrimary, nil), "tab": control.NewSideTab("Account", nil),
		"box": control.NewCheck("Forget", true), "field": control.NewEntry(&control.Typing{}, 10)}
	all := container.NewVBox()
	for _, f := range below {
		all.Add(f.(fyne.CanvasObject))
	}
	w := test.NewTempWindow(t, all)
	w.Resize(fyne.NewSize(800, 600))
	d := New(w.Canvas(), func() {})
	for name, f := range below {
		w.Canvas().Focus(f)
		if !ringed(f) {
			t.Errorf("the %s has no ring", name)
		}
		for what, open := range map[string]func(){
			"dialog": func() { d.Tell("Details", Width, canvas.NewRectangle(nil)) },
			"menu":   func() { d.Menu(fyne.NewMenu("", fyne.NewMenuItem("One", func() {})), fyne.Position{}) },
		} {
			open()
			if ringed(f) || !ringed(w.Canvas().Focused()) {
				t.Errorf("below a %s, the %s has a ring: %v; the %s: %v", what, name, ringed(f), what, ringed(w.Canvas().Focused()))
			}
			d.Dismiss()
			if !ringed(f) || w.Canvas().Focused() != f {
				t.Errorf("after the %s, the %s has a ring: %v", what, name, ringed(f))
			}
		}
	}
}

// ringed reports whether a control shows a focus ring.
func ringed(f fyne.Focusable) bool {
	ring := style.Color(nil, theme.ColorNamePrimary)
	return slices.ContainsFunc(test.WidgetRenderer(f.(fyne.Widget)).Objects(), func(o fyne.CanvasObject) bool {
		r, ok := o.(*canvas.Rectangle)
		return ok && r.StrokeWidth == 2 && r.Visible() && r.StrokeColor == ring
	})
}
