//go:build linux

package nativewindow_test

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/platform/platformtest"
)

// startDisplay starts an X server with a window manager, and makes it the DISPLAY of the test.
func startDisplay(t *testing.T) *xgb.Conn {
	t.Helper()
	if testing.Short() {
		t.Skip("starts an X server")
	}
	read, write, err := os.Pipe()
	check.Must(t, err)
	defer read.Close()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "320x240x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{write}
	platformtest.StartProgram(t, server)
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	check.Must(t, err)
	t.Setenv("DISPLAY", ":"+strings.TrimSpace(number))
	t.Setenv("HOME", t.TempDir()) // no authority file, no settings
	platformtest.StartProgram(t, exec.Command("openbox", "--sm-disable"))
	xgb.Logger.SetOutput(io.Discard)
	x, err := xgb.NewConn()
	check.Must(t, err)
	t.Cleanup(x.Close)
	return x
}

// xAtom returns the number of a name.
func xAtom(t *testing.T, x *xgb.Conn, name string) xproto.Atom {
	t.Helper()
	reply, err := xproto.InternAtom(x, false, uint16(len(name)), name).Reply()
	check.Must(t, err)
	return reply.Atom
}

// xWindow makes a window and shows it.
func xWindow(t *testing.T, x *xgb.Conn) xproto.Window {
	t.Helper()
	window, err := xproto.NewWindowId(x)
	check.Must(t, err)
	screen := xproto.Setup(x).DefaultScreen(x)
	check.Must(t, xproto.CreateWindowChecked(x, screen.RootDepth, window, screen.Root, 0, 0, 100, 100, 0,
		xproto.WindowClassInputOutput, screen.RootVisual, 0, nil).Check())
	check.Must(t, xproto.MapWindowChecked(x, window).Check())
	return window
}

// managed reports whether a window manager has taken the window.
func managed(t *testing.T, x *xgb.Conn, window xproto.Window) bool {
	t.Helper()
	reply, err := xproto.GetProperty(x, false, window, xAtom(t, x, "WM_STATE"), xproto.GetPropertyTypeAny, 0, 2).Reply()
	check.Must(t, err)
	return reply.ValueLen > 0
}

func TestMinimized(t *testing.T) {
	x := startDisplay(t)
	// A window manager that starts later manages the window then.
	window := xWindow(t, x)
	is := func() bool { return nativewindow.Minimized(uintptr(window)) }
	platformtest.Eventually(t, "managed", func() bool { return managed(t, x, window) })
	if is() {
		t.Error("minimised from the start")
	}
	const iconic = 3
	iconify := xproto.ClientMessageEvent{Format: 32, Window: window, Type: xAtom(t, x, "WM_CHANGE_STATE"),
		Data: xproto.ClientMessageDataUnionData32New([]uint32{iconic, 0, 0, 0, 0})}
	root := xproto.Setup(x).DefaultScreen(x).Root
	check.Must(t, xproto.SendEventChecked(x, false, root,
		xproto.EventMaskSubstructureNotify|xproto.EventMaskSubstructureRedirect, string(iconify.Bytes())).Check())
	platformtest.Eventually(t, "minimised", is)
	platformtest.Eventually(t, "restored", func() bool { // the manager may still be minimising it
		check.Must(t, xproto.MapWindowChecked(x, window).Check())
		return !is()
	})
}

// TestHiddenByItsManager uses a window manager that sets only the newer property.
func TestHiddenByItsManager(t *testing.T) {
	x := startDisplay(t)
	root := xproto.Setup(x).DefaultScreen(x).Root
	window, err := xproto.NewWindowId(x)
	check.Must(t, err)
	check.Must(t, xproto.CreateWindowChecked(x, 0, window, root, 0, 0, 9, 9, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check())
	states := make([]byte, 8)
	xgb.Put32(states, uint32(xAtom(t, x, "_NET_WM_STATE_ABOVE")))
	xgb.Put32(states[4:], uint32(xAtom(t, x, "_NET_WM_STATE_HIDDEN")))
	for words := range uint32(3) {
		check.Must(t, xproto.ChangePropertyChecked(x, xproto.PropModeReplace, window, xAtom(t, x, "_NET_WM_STATE"),
			xproto.AtomAtom, 32, words, states).Check())
		if got, want := nativewindow.Minimized(uintptr(window)), words == 2; got != want {
			t.Errorf("%d states: %t, want %t", words, got, want)
		}
	}
}

func TestMinimizedCannotBeTold(t *testing.T) {
	startDisplay(t)
	surface := uint64(0x7f0012345678) // as of Wayland
	for _, window := range []uintptr{0, 1, 0x7fffffff, uintptr(surface)} {
		if nativewindow.Minimized(window) {
			t.Errorf("%#x is minimised", window)
		}
	}
	for _, display := range []string{"", ":59999", "nonsense"} {
		t.Setenv("DISPLAY", display)
		if nativewindow.Minimized(42) {
			t.Errorf("minimised on display %q", display)
		}
	}
}
