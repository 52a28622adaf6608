package press

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// unringed is a field that hides that it has the keyboard.
type unringed struct{ widget.Entry }

func (u *unringed) Ringed() bool { return false }

func TestAClickOnWhatDoesNotTakeTheKeyboardLeavesItWhereItIs(t *testing.T) {
	test.NewTempApp(t)
	field, other, hidden, tab := widget.NewEntry(), widget.NewEntry(), widget.NewEntry(), &unringed{}
	tab.ExtendBaseWidget(tab)
	w := test.NewTempWindow(t, container.NewPadded(container.NewVBox(field, other, hidden, tab)))
	p := &Presses{}
	c := &clicks{presses: p, canvas: w.Canvas()}
	back := false
	toOther := func() { w.Canvas().Focus(other) }
	for name, tt := range map[string]struct {
		has              fyne.Focusable
		pressed, clicked func()
		want             fyne.Focusable
	}{
		"nothing else":                   {field, w.Canvas().Unfocus, func() {}, field},
		"another field":                  {field, w.Canvas().Unfocus, toOther, other},
		"another field, and out of that": {field, toOther, w.Canvas().Unfocus, other},
		"a page appeared":                {field, w.Canvas().Unfocus, p.Changed, nil},
		"the field is hidden":            {hidden, w.Canvas().Unfocus, hidden.Hide, nil},
		"it had no focus ring":           {tab, w.Canvas().Unfocus, func() {}, nil},
		"nothing had it":                 {nil, w.Canvas().Unfocus, func() {}, nil},
	} {
		w.Canvas().Focus(tt.has)
		stays := false
		c.pass(glfw.Press, func() {
			tt.pressed()
			stays = p.StaysInPlace()
		})
		if !stays {
			t.Errorf("%s: what is pressed scrolls away from the pointer", name)
		}
		c.pass(glfw.Release, tt.clicked)
		if got := w.Canvas().Focused(); got != tt.want {
			t.Errorf("%s: %v has the keyboard", name, got)
		}
		back = back || p.StaysInPlace()
	}
	if back {
		t.Error("the keyboard still counts as coming back after the click")
	}
}
