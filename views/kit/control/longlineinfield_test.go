package control

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/style"
)

func TestALongTextInAFieldLeavesItsIconFreeAndShowsNoBar(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	f := &FilterField{}
	f.BeginFilter(f, &Typing{}, noTips{})
	w := test.NewTempWindow(t, container.NewWithoutLayout(f))
	w.Resize(fyne.NewSize(300, 100))
	f.Resize(fyne.NewSize(220, ButtonHeight))
	f.SetText(strings.Repeat("wrong", 20))
	var icon *canvas.Image
	var clip *container.Clip
	var clearer *Clearer
	for _, o := range test.LaidOutObjects(f) {
		switch o := o.(type) {
		case *canvas.Image:
			if o.Position().X < 100 {
				icon = o
			}
		case *container.Clip:
			clip = o
		case *Clearer:
			clearer = o
		}
		if fmt.Sprintf("%T", o) == "*widget.scrollBarArea" && o.Size().Width > o.Size().Height && o.Position().Y < clip.Size().Height {
			t.Errorf("a scroll bar is at %v, and the text is %v high", o.Position(), clip.Size().Height)
		}
	}
	if end := icon.Position().X + icon.Size().Width; end > clip.Position().X {
		t.Errorf("the icon ends at %v, and the text begins at %v", end, clip.Position().X)
	}
	if end := clip.Position().X + clip.Size().Width; clearer == nil || end > clearer.Position().X+clearer.icon.Position().X {
		t.Errorf("the text ends at %v, and what clears it is %+v", end, clearer)
	}
}

type noTips struct{}

func (noTips) Offer(fyne.CanvasObject, string) {}
func (noTips) Withdraw(fyne.CanvasObject)      {}
