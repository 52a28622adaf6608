package views

import (
	"image"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app"
	"accesskeys/app/desktop"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

var twoScreens = []image.Rectangle{image.Rect(0, 0, 1920, 1080), image.Rect(1920, 200, 2944, 968)}

func TestWindowIsPutOnlyWhereItCanBeReached(t *testing.T) {
	for _, c := range []struct {
		name  string
		place app.WindowPlace
		on    int // of the screens, or -1
	}{
		{"never placed", app.WindowPlace{Width: 900}, -1},
		{"on the first screen", app.WindowPlace{Width: 900, Placed: true, X: 10, Y: 30, Top: 24}, 0},
		{"on the second screen", app.WindowPlace{Width: 900, Placed: true, X: 1950, Y: 300, Top: 24}, 1},
		{"mostly off to the left", app.WindowPlace{Width: 900, Placed: true, X: -800, Y: 30, Top: 24}, 0},
		{"but for an edge off to the left", app.WindowPlace{Width: 900, Placed: true, X: -870, Y: 30, Top: 24}, -1},
		{"its title bar above the screen", app.WindowPlace{Width: 900, Placed: true, X: 10, Y: 10, Top: 24}, -1},
		{"below the screen", app.WindowPlace{Width: 900, Placed: true, X: 10, Y: 1120, Top: 24}, -1},
		{"on a screen that is gone", app.WindowPlace{Width: 900, Placed: true, X: 3000, Y: 300, Top: 24}, -1},
		{"without a title bar", app.WindowPlace{Width: 900, Placed: true}, 0},
	} {
		screen, found := screenOf(c.place, twoScreens)
		if found != (c.on >= 0) || found && screen != twoScreens[c.on] {
			t.Errorf("%s: on %v, %v", c.name, screen, found)
		}
	}
}

func TestWindowIsNoLargerThanItsScreen(t *testing.T) {
	second := app.WindowPlace{Width: 900, Placed: true, X: 1950, Y: 300, Top: 20}
	if size, _ := largest(second, twoScreens, 2); size != fyne.NewSize(512, 374) {
		t.Errorf("on the second screen, at scale 2: %v", size)
	}
	if size, _ := largest(app.WindowPlace{}, twoScreens, 1); size != fyne.NewSize(1920-frameSides, 1080-titleBarRoom) {
		t.Errorf("the first time: %v", size)
	}
	if _, known := largest(app.WindowPlace{}, nil, 1); known {
		t.Error("known, though no screen is")
	}
}

// The toolkit makes pixels of a size by rounding up, and a size of pixels by dividing.
func TestWindowDoesNotGrowFromStartToStart(t *testing.T) {
	p := &placement{}
	for scale := float32(0.5); scale < 4; scale += 0.1 {
		scale = float32(math.Round(float64(scale*10))) / 10
		for pixels := 700; pixels < 2300; pixels++ {
			opened, before := pixels, 0
			for start := range 4 {
				p.size = fyne.NewSize(float32(opened)/scale, 500)
				p.note(desktop.Place{}, true, false)
				before = opened
				opened = int(math.Ceil(float64(sizeOf(p.last).Width * scale)))
				if start > 0 && opened != before || opened > pixels || float32(opened) <= float32(pixels)-scale-1 {
					t.Fatalf("at scale %g, %d pixels become %d, then %d", scale, pixels, before, opened)
				}
			}
		}
	}
}

func TestWindowPlaceIsKeptOnceItIsStill(t *testing.T) {
	r := newRig(t, demo.Options{})
	at := desktop.Place{At: image.Pt(40, 60), Top: 20}
	r.w.place.locate = func() (desktop.Place, bool, bool) { return at, false, true }
	r.w.place.Opened()
	kept := func() app.WindowPlace { return app.New(app.Config{Dir: r.dir}).Settings().Window }

	r.w.win.Resize(fyne.NewSize(1300, 800))
	r.pass(stillTime - time.Millisecond)
	if kept() != (app.WindowPlace{}) {
		t.Error("kept while the window may still be changing")
	}
	r.pass(time.Millisecond)
	normal := app.WindowPlace{Width: 1300, Height: 800, Placed: true, X: 40, Y: 60, Top: 20}
	if kept() != normal {
		t.Errorf("kept %+v", kept())
	}

	at.At = image.Pt(70, 80)
	r.w.win.Content().(*fyne.Container).Objects[0].(*control.Watcher).Cursor() // the pointer moves
	r.pass(stillTime)
	normal.X, normal.Y = 70, 80
	if kept() != normal {
		t.Errorf("after a move it kept %+v", kept())
	}

	at = desktop.Place{Maximized: true}
	r.w.win.Resize(fyne.NewSize(1920, 1000))
	r.pass(stillTime)
	normal.Maximized = true
	if kept() != normal {
		t.Errorf("maximised, it kept %+v", kept())
	}

	at = desktop.Place{At: image.Pt(5, 25), Top: 20}
	r.shortcut(shortcutQuit())
	if now := kept(); now.X != 5 || now.Maximized {
		t.Errorf("at the end it kept %+v", now)
	}
}

func TestMinimisedWindowKeepsItsPlace(t *testing.T) {
	r := newRig(t, demo.Options{})
	before := app.WindowPlace{Width: 1300, Height: 800, Placed: true, X: 40, Y: 60, Top: 20}
	r.w.place.last = before
	r.w.place.locate = func() (desktop.Place, bool, bool) { return desktop.Place{}, false, false }
	r.shortcut(shortcutQuit())
	if now := app.New(app.Config{Dir: r.dir}).Settings().Window; now != before {
		t.Errorf("it kept %+v", now)
	}
}
