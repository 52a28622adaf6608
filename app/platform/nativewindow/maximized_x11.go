//go:build linux || freebsd || netbsd || openbsd || dragonfly

package nativewindow

import (
	"image"
	"slices"

	"github.com/jezek/xgb/xinerama"
	"github.com/jezek/xgb/xproto"
)

// stateAdd is _NET_WM_STATE_ADD of EWMH, fromApplication its mark of a request by an ordinary program.
const (
	stateAdd        = 1
	fromApplication = 1
)

// Maximized reports whether a window is. That is not known while it is minimised; on Wayland, which does not tell, it
// counts as not. window is the X11 window. It asks the display through a connection of its own, which takes about a
// millisecond.
func Maximized(window uintptr) (maximized, known bool) {
	if !isX11(window) {
		return false, true
	}
	x, err := dial()
	if err != nil {
		return false, false
	}
	defer x.Close()
	target := xproto.Window(window)
	attributes, err := xproto.GetWindowAttributes(x, target).Reply()
	if err != nil || attributes.MapState != xproto.MapStateViewable {
		return false, false
	}
	states := property(x, target, "_NET_WM_STATE")
	has := func(name string) bool { return slices.Contains(states, uint32(atom(x, name))) }
	return has("_NET_WM_STATE_MAXIMIZED_VERT") && has("_NET_WM_STATE_MAXIMIZED_HORZ"), true
}

// Maximize asks the window manager to maximise a window that is on screen. window is the X11 window.
func Maximize(window uintptr) {
	if !isX11(window) {
		return
	}
	x, err := dial()
	if err != nil {
		return
	}
	defer x.Close()
	askManager(x, xproto.Window(window), atom(x, "_NET_WM_STATE"), stateAdd, uint32(atom(x, "_NET_WM_STATE_MAXIMIZED_VERT")),
		uint32(atom(x, "_NET_WM_STATE_MAXIMIZED_HORZ")), fromApplication, 0)
}

// Room returns how large a window can be on the first screen; zero where that is not known.
func Room() image.Point {
	x, err := dial()
	if err != nil {
		return image.Point{}
	}
	defer x.Close()
	screen := xproto.Setup(x).DefaultScreen(x)
	room := image.Pt(int(screen.WidthInPixels), int(screen.HeightInPixels))
	if xinerama.Init(x) == nil {
		if reply, err := xinerama.QueryScreens(x).Reply(); err == nil && len(reply.ScreenInfo) > 0 {
			room = image.Pt(int(reply.ScreenInfo[0].Width), int(reply.ScreenInfo[0].Height))
		}
	}
	if area := property(x, screen.Root, "_NET_WORKAREA"); len(area) >= 4 { // of all screens together
		room = image.Pt(min(room.X, int(area[2])), min(room.Y, int(area[3])))
	}
	return room
}
