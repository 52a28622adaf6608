package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTheUserGoesOnAtTheEndOfATextThatWasFilledIn(t *testing.T) {
	test.NewTempApp(t)
	e := NewEntry(&Typing{}, 100)
	e.SetText("http://host")
	test.NewTempWindow(t, e).Canvas().Focus(e)
	e.TypedRune('s')
	if e.Text != "http://hosts" {
		t.Errorf("it says %q", e.Text)
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	e.FocusLost() // as when the user goes to another window
	e.FocusGained()
	e.TypedRune('>')
	if e.Text != ">http://hosts" {
		t.Errorf("at the place that the user has chosen, it says %q", e.Text)
	}
}
