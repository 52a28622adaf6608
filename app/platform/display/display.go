// Package display finds out whether a window can open, on which display, and when that is gone; and tells the user
// without a window.
package display

import "errors"

// Why no window can open.
var (
	ErrNoDisplay   = errors.New("neither DISPLAY nor WAYLAND_DISPLAY is set")
	ErrUnreachable = errors.New("the display cannot be reached")
	ErrNoOpenGL    = errors.New("the display has no OpenGL")
)
