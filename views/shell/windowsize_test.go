package shell

import (
	"image"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app"
	"accesskeys/app/settings"
	"accesskeys/client/demo"
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
	s := &windowSize{}
	for scale := float32(0.5); scale < 4; scale += 0.1 {
		scale = float32(math.Round(float64(scale*10))) / 10
		for pixels := 700; pixels < 2300; pixels++ {
			opened, before := pixels, 0
			for start := range 4 {
				s.size = fyne.NewSize(float32(opened)/scale, 500)
				s.note(false, true)
				before = opened
				opened = int(math.Ceil(float64(sizeOf(s.last).Width * scale)))
				if start > 0 && opened != before || opened > pixels || float32(opened) <= float32(pixels)-scale-1 {
					t.Fatalf("at scale %g, %d pixels become %d, then %d", scale, pixels, before, opened)
				}
			}
		}
	}
}

func TestWindowSizeIsKeptOnceItStays(t *testing.T) {
	r := newRig(t, demo.Options{})
	maximized, known := false, true
	r.maximized(func() (bool, bool) { return maximized, known })
	r.sizeOpened()
	kept := func() settings.WindowSize { return app.New(app.Config{Dir: r.dir}).Settings.Get().Window }

	r.setSize(fyne.NewSize(1300, 800))
	r.pass(stillTime - time.Millisecond)
	if kept() != (settings.WindowSize{}) {
		t.Error("kept while the window may still be changing")
	}
	r.pass(time.Millisecond)
	size := settings.WindowSize{Width: 1300, Height: 800}
	if kept() != size {
		t.Errorf("kept %+v", kept())
	}

	maximized = true
	r.setSize(fyne.NewSize(1920, 1000))
	r.pass(stillTime)
	size.Maximized = true
	if kept() != size {
		t.Errorf("maximised, it kept %+v", kept())
	}

	maximized, known = false, false // minimised
	r.setSize(fyne.NewSize(160, 30))
	r.pass(stillTime)
	if kept() != size {
		t.Errorf("minimised, it kept %+v", kept())
	}

	known = true
	r.setSize(fyne.NewSize(1210, 805))
	r.shortcut(shortcutQuit())
	if now := kept(); now != (settings.WindowSize{Width: 1210, Height: 805}) {
		t.Errorf("at the end it kept %+v", now)
	}
}

func TestMaximisedWindowIsMaximisedWhenItOpens(t *testing.T) {
	r := newRig(t, demo.Options{})
	times := 0
	r.onMaximize(func() { times++ })
	r.sizeOpened()
	r.wasMaximized()
	r.sizeOpened()
	r.pass(maximizeDelay)
	if times != 1 {
		t.Errorf("maximised %d times", times)
	}
}
