//go:build linux || freebsd || netbsd || openbsd || dragonfly

package nativewindow

import (
	"github.com/jezek/xgb/xproto"
)

// fromPerson is EWMH's mark of a request that a user made directly, which no manager refuses for keeping the
// keyboard where it is.
const fromPerson = 2

// Raise has a window on screen, above the others and with the keyboard. window is the X11 window. It asks the
// display through a connection of its own. On Wayland, which tells no application how, it does nothing.
func Raise(window uintptr) {
	if !isX11(window) {
		return
	}
	x, err := dial()
	if err != nil {
		return
	}
	defer x.Close()
	target := xproto.Window(window)
	_ = xproto.MapWindowChecked(x, target).Check() // how a minimised window comes back, ICCCM 4.1.4
	active := atom(x, "_NET_ACTIVE_WINDOW")
	if active == xproto.AtomNone {
		_ = xproto.ConfigureWindowChecked(x, target, xproto.ConfigWindowStackMode, []uint32{xproto.StackModeAbove}).Check()
		return
	}
	askManager(x, target, active, fromPerson, xproto.TimeCurrentTime, 0, 0, 0)
}
