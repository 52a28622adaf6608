//go:build linux || freebsd || netbsd || openbsd || dragonfly

package nativewindow

import (
	"image"
	"slices"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xinerama"
	"github.com/jezek/xgb/xproto"
)

// Values of EWMH: stateAdd is _NET_WM_STATE_ADD, and fromApplication marks a request by an ordinary application.
const (
	stateAdd        = 1
	fromApplication = 1
)

// Maximized reports whether a window is maximised. That is not known while it is minimised. On Wayland, which does not
// tell, a window counts as not maximised. window is the X11 window. Maximized asks the X server on a connection of its own,
// which takes about a millisecond.
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

// Maximize asks the window manager to maximise a visible window. window is the X11 window.
func Maximize(window uintptr) {
	onX11(window, func(x *xgb.Conn, target xproto.Window) {
		askManager(x, target, atom(x, "_NET_WM_STATE"), stateAdd, uint32(atom(x, "_NET_WM_STATE_MAXIMIZED_VERT")),
			uint32(atom(x, "_NET_WM_STATE_MAXIMIZED_HORZ")), fromApplication, 0)
	})
}

// Room returns the largest size of a window on the first screen, or zero if that is not known.
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
	if area := property(x, screen.Root, "_NET_WORKAREA"); len(area) >= 4 { // the work area of all screens together
		room = image.Pt(min(room.X, int(area[2])), min(room.Y, int(area[3])))
	}
	return room
}
