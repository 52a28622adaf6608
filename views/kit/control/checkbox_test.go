package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestRingOfATickBoxIsAsWideAsTheBoxAndItsLabel(t *testing.T) {
	test.NewApp()
	c := NewCheck("a label", false)
	w := test.NewWindow(c)
	defer w.Close()
	wide := func(why string, want float32) {
		t.Helper()
		if got := c.ring.Size().Width - 2*RingRoom; got != want {
			t.Errorf("%s: the ring is %v wide, want %v", why, got, want)
		}
	}
	w.Resize(fyne.NewSize(900, 100))
	if c.Size().Width < 2*c.MinSize().Width {
		t.Fatalf("the box is only %v wide", c.Size().Width)
	}
	wide("in a wide column", c.MinSize().Width)
	c.SetText("another label, which is longer")
	wide("with another label", c.MinSize().Width)
	c.Resize(fyne.NewSize(60, c.MinSize().Height))
	wide("in a narrow column", 60)
}
