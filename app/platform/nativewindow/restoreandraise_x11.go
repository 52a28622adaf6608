//go:build linux || freebsd || netbsd || openbsd || dragonfly

package nativewindow

import (
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// fromUser is the value of EWMH for a request that the user made directly. Window managers do not refuse it to protect
// the keyboard focus.
const fromUser = 2

// Raise shows a window above the others and gives it the keyboard focus. window is the X11 window. Raise asks the X server
// on a connection of its own. On Wayland, where applications cannot do that, it does nothing.
func Raise(window uintptr) {
	onX11(window, func(x *xgb.Conn, target xproto.Window) {
		_ = xproto.MapWindowChecked(x, target).Check() // restores a minimised window; see ICCCM 4.1.4
		active := atom(x, "_NET_ACTIVE_WINDOW")
		if active == xproto.AtomNone {
			_ = xproto.ConfigureWindowChecked(x, target, xproto.ConfigWindowStackMode, []uint32{xproto.StackModeAbove}).Check()
			return
		}
		askManager(x, target, active, fromUser, xproto.TimeCurrentTime, 0, 0, 0)
	})
}
