//go:build linux && cgo && (amd64 || arm64)

package display

import (
	"fmt"

	"github.com/ebitengine/purego"
)

// probeX11 opens the X display with Xlib, as the toolkit does. If that works and keep is set, the display stays open,
// because an X server may restart or end when its last client disconnects.
func probeX11(keep bool) error {
	library, err := purego.Dlopen("libX11.so.6", purego.RTLD_NOW|purego.RTLD_GLOBAL)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	var (
		initThreads func() int32
		open        func(name uintptr) uintptr
		query       func(display uintptr, name string, opcode, event, err *int32) int32
		closeIt     func(display uintptr) int32
	)
	purego.RegisterLibFunc(&initThreads, library, "XInitThreads")
	purego.RegisterLibFunc(&open, library, "XOpenDisplay")
	purego.RegisterLibFunc(&query, library, "XQueryExtension")
	purego.RegisterLibFunc(&closeIt, library, "XCloseDisplay")
	initThreads() // must be the first call to Xlib
	display := open(0)
	if display == 0 {
		return ErrUnreachable
	}
	var opcode, event, failure int32
	if query(display, "GLX", &opcode, &event, &failure) == 0 {
		closeIt(display)
		return ErrNoOpenGL
	}
	if !keep {
		closeIt(display)
	}
	return nil
}
