package control

import (
	"testing"

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
}
