//go:build linux || freebsd || netbsd || openbsd || dragonfly

package desktop

import (
	"image"
	"io"
	"math"
	"slices"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xinerama"
	"github.com/jezek/xgb/xproto"
)

// stateAdd is _NET_WM_STATE_ADD of EWMH, fromApplication its mark of a request by an ordinary program.
const (
	stateAdd        = 1
	fromApplication = 1
)

// PlaceOf returns where a window is; false where that cannot be told, such as on Wayland or while it is
// minimised. window is the X11 window. It asks the display through a connection of its own, which takes
// about a millisecond.
func PlaceOf(window uintptr) (Place, bool) {
	if !isX11(window) {
		return Place{}, false
	}
	x, err := dial()
	if err != nil {
		return Place{}, false
	}
	defer x.Close()
	target := xproto.Window(window)
	attributes, err := xproto.GetWindowAttributes(x, target).Reply()
	if err != nil || attributes.MapState != xproto.MapStateViewable {
		return Place{}, false
	}
	at, err := xproto.TranslateCoordinates(x, target, xproto.Setup(x).DefaultScreen(x).Root, 0, 0).Reply()
	if err != nil {
		return Place{}, false
	}
	p := Place{At: image.Pt(int(at.DstX), int(at.DstY)), Maximized: maximized(x, target)}
	const top = 2 // of left, right, top, bottom
	if frame := property(x, target, "_NET_FRAME_EXTENTS"); len(frame) > top {
		p.Top = int(frame[top])
	}
	return p, true
}

func maximized(x *xgb.Conn, window xproto.Window) bool {
	states := property(x, window, "_NET_WM_STATE")
	has := func(name string) bool { return slices.Contains(states, uint32(atom(x, name))) }
	return has("_NET_WM_STATE_MAXIMIZED_VERT") && has("_NET_WM_STATE_MAXIMIZED_HORZ")
}

// Screens returns the room for windows on each screen, the first one first; none where that cannot be told.
func Screens() []image.Rectangle {
	x, err := dial()
	if err != nil {
		return nil
	}
	defer x.Close()
	screens := monitors(x)
	if len(screens) == 1 { // of several, a work area tells only what they have together
		root := xproto.Setup(x).DefaultScreen(x).Root
		if a := property(x, root, "_NET_WORKAREA"); len(a) >= 4 {
			room := image.Rect(0, 0, int(a[2]), int(a[3])).Add(image.Pt(int(a[0]), int(a[1])))
			if room = room.Intersect(screens[0]); !room.Empty() {
				screens[0] = room
			}
		}
	}
	return screens
}

func monitors(x *xgb.Conn) []image.Rectangle {
	var all []image.Rectangle
	if xinerama.Init(x) == nil {
		if reply, err := xinerama.QueryScreens(x).Reply(); err == nil {
			for _, s := range reply.ScreenInfo {
				all = append(all, image.Rect(0, 0, int(s.Width), int(s.Height)).Add(image.Pt(int(s.XOrg), int(s.YOrg))))
			}
		}
	}
	if len(all) == 0 {
		root := xproto.Setup(x).DefaultScreen(x)
		all = []image.Rectangle{image.Rect(0, 0, int(root.WidthInPixels), int(root.HeightInPixels))}
	}
	return all
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

// askManager asks the window manager for something about a window, in EWMH's way: by a message of five values.
func askManager(x *xgb.Conn, window xproto.Window, what xproto.Atom, values ...uint32) {
	message := xproto.ClientMessageEvent{Format: 32, Window: window, Type: what,
		Data: xproto.ClientMessageDataUnionData32New(values)}
	_ = xproto.SendEventChecked(x, false, xproto.Setup(x).DefaultScreen(x).Root,
		xproto.EventMaskSubstructureNotify|xproto.EventMaskSubstructureRedirect, string(message.Bytes())).Check()
}

// isX11 tells an X11 window from the surface of Wayland, which is an address, while DISPLAY may be that of
// Xwayland.
func isX11(window uintptr) bool { return window != 0 && uint64(window) <= math.MaxUint32 }

// dial connects to the display.
func dial() (*xgb.Conn, error) {
	// The library logs to stderr that it found no authority file, which is no news.
	xgb.Logger.SetOutput(io.Discard)
	return xgb.NewConn()
}
