//go:build linux || freebsd || netbsd || openbsd || dragonfly

// Package nativewindow asks the system about the program's window and changes it, by its native handle.
package nativewindow

import (
	"io"
	"math"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

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
