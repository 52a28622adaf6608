package dialog

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/style"
)

func TestClickOnADialogsBackgroundKeepsTheFocus(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	w := test.NewTempWindow(t, &canvas.Rectangle{})
	w.Resize(fyne.NewSize(800, 600))
	spot := Spot{Position: fyne.NewPos(400, 300)}
	for name, at := range map[string]*Spot{"dialog": nil, "popover": &spot} {
		d := New(w.Canvas(), func() {})
		d.Ask(Question{Title: "Delete?", Verb: "Delete", At: at, OnYes: func() {}})
		cancel := w.Canvas().Focused()
		grounds := groundsIn(d.Shown)
		if cancel == nil || len(grounds) == 0 {
			t.Fatalf("%s: %d grounds, the keyboard is on %v", name, len(grounds), cancel)
		}
		for _, g := range grounds {
			g.MouseDown(nil)
			w.Canvas().Unfocus() // as the toolkit does
			g.MouseUp(nil)
			g.Tapped(nil)
			if w.Canvas().Focused() != cancel {
				t.Errorf("%s: the keyboard is on %v", name, w.Canvas().Focused())
			}
		}
		d.Dismiss()
	}
}

func groundsIn(o fyne.CanvasObject) (all []*FocusGround) {
	switch o := o.(type) {
	case *FocusGround:
		all = append(all, o)
	case *fyne.Container:
		for _, part := range o.Objects {
			all = append(all, groundsIn(part)...)
		}
	}
	return all
}
