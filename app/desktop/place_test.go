//go:build linux

package desktop_test

import (
	"image"
	"testing"

	"github.com/jezek/xgb/xproto"

	"accesskeys/app/desktop"
)

func TestPlace(t *testing.T) {
	x := startDisplay(t)
	window := xWindow(t, x)
	eventually(t, "managed", func() bool { return managed(t, x, window) })
	must(t, xproto.ConfigureWindowChecked(x, window, xproto.ConfigWindowX|xproto.ConfigWindowY, []uint32{50, 60}).Check())
	// The place asked for is that of the frame, which is at the left of the window and above it.
	eventually(t, "the place", func() bool {
		p, ok := desktop.PlaceOf(uintptr(window))
		return ok && p.Top > 0 && p.At.Y == 60+p.Top && p.At.X >= 50 && p.At.X < 60 && !p.Maximized
	})

	desktop.Maximize(uintptr(window))
	eventually(t, "maximised", func() bool {
		p, ok := desktop.PlaceOf(uintptr(window))
		return ok && p.Maximized
	})
	must(t, xproto.UnmapWindowChecked(x, window).Check())
	eventually(t, "not to be told", func() bool {
		_, ok := desktop.PlaceOf(uintptr(window))
		return !ok
	})
}

func TestScreens(t *testing.T) {
	startDisplay(t)
	eventually(t, "the screen", func() bool {
		screens := desktop.Screens()
		return len(screens) == 1 && screens[0] == image.Rect(0, 0, 320, 240)
	})
}

func TestPlaceCannotBeTold(t *testing.T) {
	startDisplay(t)
	for _, window := range []uintptr{0, 1, 0x7fffffff} {
		desktop.Maximize(window)
		if p, ok := desktop.PlaceOf(window); ok {
			t.Errorf("%#x is at %+v", window, p)
		}
	}
	t.Setenv("DISPLAY", ":59999")
	if _, ok := desktop.PlaceOf(42); ok || len(desktop.Screens()) != 0 {
		t.Error("there is a place without a display")
	}
}
