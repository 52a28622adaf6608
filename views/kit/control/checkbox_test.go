package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/apptest/check"
)

func TestRingOfATickBoxIsAsWideAsTheBoxAndItsLabel(t *testing.T) {
	test.NewApp()
	c := NewCheck("a label", false)
	w := test.NewWindow(c)
	defer w.Close()
	w.Resize(fyne.NewSize(900, 100))
	check.Equal(t, "the widget is wider", c.Size().Width > 2*c.MinSize().Width, true)
	check.Equal(t, "width", c.ring.Size().Width, c.MinSize().Width+2*RingRoom)
	c.SetText("another label, which is longer")
	check.Equal(t, "width with another label", c.ring.Size().Width, c.MinSize().Width+2*RingRoom)
	c.Resize(fyne.NewSize(60, c.MinSize().Height))
	check.Equal(t, "width of a narrow one", c.ring.Size().Width, 60+2*RingRoom)
}
