//go:build linux || freebsd || netbsd || openbsd || dragonfly

// Package nativewindow queries and changes the program's window by its native handle.
package nativewindow

import (
	"io"
	"math"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// askManager asks the window manager to change a window, with an EWMH message of five values.
func askManager(x *xgb.Conn, window xproto.Window, what xproto.Atom, values ...uint32) {
	message := xproto.ClientMessageEvent{Format: 32, Window: window, Type: what,
		Data: xproto.ClientMessageDataUnionData32New(values)}
	_ = xproto.SendEventChecked(x, false, xproto.Setup(x).DefaultScreen(x).Root,
		xproto.EventMaskSubstructureNotify|xproto.EventMaskSubstructureRedirect, string(message.Bytes())).Check()
}

// isX11 reports whether window is an X11 window. Otherwise it is the address of a Wayland surface. DISPLAY does not tell,
// because it may be that of Xwayland.
func isX11(window uintptr) bool { return window != 0 && uint64(window) <= math.MaxUint32 }

// onX11 calls f with a connection of its own to the X server. It does nothing if window is not an X11 window, or if the
// server cannot be reached.
func onX11(window uintptr, f func(*xgb.Conn, xproto.Window)) {
	if !isX11(window) {
		return
	}
	x, err := dial()
	if err != nil {
		return
	}
	defer x.Close()
	f(x, xproto.Window(window))
}

// dial connects to the X server.
func dial() (*xgb.Conn, error) {
	// The library logs to standard error if there is no authority file, which is normal.
	xgb.Logger.SetOutput(io.Discard)
	return xgb.NewConn()
}
