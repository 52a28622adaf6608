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
	for name, tt := range map[string]struct {
		has     fyne.Focusable
		clicked func()
		want    fyne.Focusable
	}{
		"nothing else":         {field, func() {}, field},
		"another field":        {field, func() { w.Canvas().Focus(other) }, other},
		"a page appeared":      {field, p.Changed, nil},
		"the field is hidden":  {hidden, hidden.Hide, nil},
		"it had no focus ring": {tab, func() {}, nil},
		"nothing had it":       {nil, func() {}, nil},
	} {
		w.Canvas().Focus(tt.has)
		c.pass(glfw.Press, w.Canvas().Unfocus)
		c.pass(glfw.Release, tt.clicked)
		if got := w.Canvas().Focused(); got != tt.want {
			t.Errorf("%s: %v has the keyboard", name, got)
		}
		back = back || p.JustBack()
	}
	if back {
		t.Error("the keyboard still counts as coming back after the click")
	}
}
