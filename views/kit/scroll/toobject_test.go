package scroll

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

func TestScrollToTheEndOfWhatDoesNotFit(t *testing.T) {
	test.NewTempApp(t)
	button := widget.NewLabel("button")
	card := container.NewVBox(style.Gap(10, 300), button, style.Gap(10, 10))
	content := container.NewVBox(card, style.Gap(10, 300))
	s := container.NewVScroll(content)
	s.Resize(fyne.NewSize(100, 200))
	for _, from := range []float32{0, 400} {
		s.ScrollToOffset(fyne.NewPos(0, from))
		To(s, content, card, button)
		if top, bottom := button.Position().Y, button.Position().Y+button.Size().Height; top < s.Offset.Y || bottom > s.Offset.Y+200 {
			t.Errorf("from %v it scrolls to %v; the button is from %v to %v", from, s.Offset.Y, top, bottom)
		}
	}
}

// The toolkit does not know the position of an object that it has not drawn, such as a notice that is shown for the
// first time.
func TestScrollToAnObjectThatWasNeverDrawn(t *testing.T) {
	test.NewTempApp(t)
	notice, control := widget.NewLabel("notice"), widget.NewLabel("control")
	content := container.NewVBox(style.Gap(10, 300), notice, control, style.Gap(10, 300))
	s := container.NewVScroll(content)
	s.Resize(fyne.NewSize(100, 200))
	ToBoth(s, content, notice, control)
	top, bottom := notice.Position().Y, control.Position().Y+control.Size().Height
	if s.Offset.Y <= 0 || top < s.Offset.Y || bottom > s.Offset.Y+200 {
		t.Errorf("scrolled by %v, but it is from %v to %v", s.Offset.Y, top, bottom)
	}
}

func TestScrollLeavesRoomForTheRing(t *testing.T) {
	test.NewTempApp(t)
	const top, high, room = float32(304), float32(40), float32(200)
	control := style.Gap(10, high)
	for _, more := range []float32{0, room - high - 2*RingRoom, room} { // below the control, which should be seen too
		until := style.Gap(10, more)
		content := container.New(layout.NewCustomPaddedVBoxLayout(0), style.Gap(10, top), control, until, style.Gap(10, 300))
		s := container.NewVScroll(content)
		s.Resize(fyne.NewSize(100, room))
		for from := float32(0); from < 500; from++ {
			s.ScrollToOffset(fyne.NewPos(0, from))
			To(s, content, control, until)
			if over, under := top-s.Offset.Y, s.Offset.Y+room-top-high; over < RingRoom || under < RingRoom {
				t.Fatalf("from %v, with %v below it, there are %v above the control and %v below", from, more, over, under)
			}
		}
	}
}
