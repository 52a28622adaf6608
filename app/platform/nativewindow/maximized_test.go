//go:build linux

package nativewindow_test

import (
	"image"
	"testing"

	"github.com/jezek/xgb/xproto"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/platform/platformtest"
)

func TestMaximized(t *testing.T) {
	x := startDisplay(t)
	window := xWindow(t, x)
	platformtest.Eventually(t, "managed", func() bool { return managed(t, x, window) })
	platformtest.Eventually(t, "not maximised", func() bool {
		maximized, known := nativewindow.Maximized(uintptr(window))
		return known && !maximized
	})
	nativewindow.Maximize(uintptr(window))
	platformtest.Eventually(t, "maximised", func() bool {
		maximized, known := nativewindow.Maximized(uintptr(window))
		return known && maximized
	})
	check.Must(t, xproto.UnmapWindowChecked(x, window).Check())
	platformtest.Eventually(t, "not to be known", func() bool {
		_, known := nativewindow.Maximized(uintptr(window))
		return !known
	})
}

func TestRoom(t *testing.T) {
	startDisplay(t)
	platformtest.Eventually(t, "the screen", func() bool { return nativewindow.Room() == image.Pt(320, 240) })
}

func TestMaximizedIsNotKnown(t *testing.T) {
	startDisplay(t)
	for _, window := range []uintptr{1, 0x7fffffff} {
		nativewindow.Maximize(window)
		if _, known := nativewindow.Maximized(window); known {
			t.Errorf("%#x is known", window)
		}
	}
	nativewindow.Maximize(0)
	if maximized, known := nativewindow.Maximized(0); maximized || !known {
		t.Error("a window of Wayland is not taken for one that is not maximised")
	}
	t.Setenv("DISPLAY", ":59999")
	if _, known := nativewindow.Maximized(42); known || nativewindow.Room() != (image.Point{}) {
		t.Error("something is known without a display")
	}
}
