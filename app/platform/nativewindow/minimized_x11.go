//go:build linux || freebsd || netbsd || openbsd || dragonfly

package nativewindow

import (
	"slices"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// iconicState is the first word of WM_STATE of a minimised window; see ICCCM 4.1.3.1.
const iconicState = 3

// maxStates is the most states of a window that are read. EWMH defines 13.
const maxStates = 64

// Minimized reports whether a window is minimised. It returns false if that is not known, as on Wayland, which does not
// tell applications. window is the X11 window. Minimized asks the X server on a connection of its own, which takes about a
// millisecond.
func Minimized(window uintptr) (is bool) {
	onX11(window, func(x *xgb.Conn, target xproto.Window) {
		state := property(x, target, "WM_STATE")
		is = len(state) > 0 && state[0] == iconicState ||
			slices.Contains(property(x, target, "_NET_WM_STATE"), uint32(atom(x, "_NET_WM_STATE_HIDDEN")))
	})
	return is
}

// property returns the 32-bit values of a window's property, or nil if the window does not have it.
func property(x *xgb.Conn, window xproto.Window, name string) []uint32 {
	key := atom(x, name)
	if key == xproto.AtomNone {
		return nil
	}
	reply, err := xproto.GetProperty(x, false, window, key, xproto.GetPropertyTypeAny, 0, maxStates).Reply()
	if err != nil || reply.Format != 32 {
		return nil
	}
	words := make([]uint32, reply.ValueLen)
	for i := range words {
		words[i] = xgb.Get32(reply.Value[4*i:])
	}
	return words
}

// atom returns the atom of a name, or AtomNone if no client has used the name yet.
func atom(x *xgb.Conn, name string) xproto.Atom {
	reply, err := xproto.InternAtom(x, true, uint16(len(name)), name).Reply()
	if err != nil {
		return xproto.AtomNone
	}
	return reply.Atom
}
