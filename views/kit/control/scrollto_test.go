package control

import (
	"accesskeys/views/kit/style"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// The toolkit knows no place of what it has not drawn: a notice that is shown for the first time is such.
func TestWhatWasNeverDrawnIsScrolledTo(t *testing.T) {
	notice, control := widget.NewLabel("notice"), widget.NewLabel("control")
	content := container.NewVBox(style.Gap(10, 300), notice, control, style.Gap(10, 300))
	s := container.NewVScroll(content)
	s.Resize(fyne.NewSize(100, 200))
	ScrollToBoth(s, content, notice, control)
	top, bottom := notice.Position().Y, control.Position().Y+control.Size().Height
	if s.Offset.Y <= 0 || top < s.Offset.Y || bottom > s.Offset.Y+200 {
		t.Errorf("scrolled by %v, but it is from %v to %v", s.Offset.Y, top, bottom)
	}
}
