package windowsize

import (
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/settings"
)

func TestWindowIsNoLargerThanItsScreen(t *testing.T) {
	for _, tt := range []struct {
		room  image.Point
		scale float32
		want  fyne.Size
	}{
		{image.Pt(1920, 1080), 1, fyne.NewSize(1920-frameSides, 1080-titleBarRoom)},
		{image.Pt(1024, 768), 2, fyne.NewSize(510, 384-titleBarRoom)},
	} {
		if size, _ := largest(tt.room, tt.scale); size != tt.want {
			t.Errorf("in %v at scale %g: %v, want %v", tt.room, tt.scale, size, tt.want)
		}
	}
	if _, known := largest(image.Point{}, 1); known {
		t.Error("known, though no screen is")
	}
}

func TestSizeForcedByTheScreenIsNotSaved(t *testing.T) {
	win := test.NewTempApp(t).NewWindow("")
	left := settings.WindowSize{Width: 1221, Height: 700}
	s := New(win, nil, left)
	s.Restore(image.Pt(800, 600))
	s.Resized(win.Canvas().Size())
	s.Resized(win.Canvas().Size().AddWidthHeight(0.5, 0))
	if s.size.Width > 800 {
		t.Fatalf("the window opens %g wide on a screen of 800", s.size.Width)
	}
	if s.record(false, true); s.Last != left {
		t.Errorf("kept is %+v, want %+v", s.Last, left)
	}
	s.size = fyne.NewSize(700, 500)
	if s.record(false, true); s.Last.Width != 700 || s.Last.Height != 500 {
		t.Errorf("kept is %+v after the user has made it 700x500", s.Last)
	}
}

// The toolkit converts a size to pixels by rounding up, and pixels to a size by dividing.
func TestWindowDoesNotGrowFromStartToStart(t *testing.T) {
	s := &Keeper{}
	for scale := float32(0.5); scale < 4; scale += 0.1 {
		scale = float32(math.Round(float64(scale*10))) / 10
		for pixels := 700; pixels < 2300; pixels++ {
			opened, before := pixels, 0
			for start := range 4 {
				s.size = fyne.NewSize(float32(opened)/scale, 500)
				s.record(false, true)
				before = opened
				opened = int(math.Ceil(float64(openingSize(s.Last).Width * scale)))
				if start > 0 && opened != before || opened > pixels || float32(opened) <= float32(pixels)-scale-1 {
					t.Fatalf("at scale %g, %d pixels become %d, then %d", scale, pixels, before, opened)
				}
			}
		}
	}
}
