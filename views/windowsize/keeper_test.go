package windowsize

import (
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"
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

// The toolkit makes pixels of a size by rounding up, and a size of pixels by dividing.
func TestWindowDoesNotGrowFromStartToStart(t *testing.T) {
	s := &Keeper{}
	for scale := float32(0.5); scale < 4; scale += 0.1 {
		scale = float32(math.Round(float64(scale*10))) / 10
		for pixels := 700; pixels < 2300; pixels++ {
			opened, before := pixels, 0
			for start := range 4 {
				s.size = fyne.NewSize(float32(opened)/scale, 500)
				s.note(false, true)
				before = opened
				opened = int(math.Ceil(float64(sizeOf(s.Last).Width * scale)))
				if start > 0 && opened != before || opened > pixels || float32(opened) <= float32(pixels)-scale-1 {
					t.Fatalf("at scale %g, %d pixels become %d, then %d", scale, pixels, before, opened)
				}
			}
		}
	}
}
