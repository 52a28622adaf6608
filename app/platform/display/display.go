// Package display chooses the display on which the window opens, watches for its loss, and shows a message when no window
// can open.
package display

import "errors"

// The reasons why no window can open.
var (
	ErrNoDisplay   = errors.New("neither DISPLAY nor WAYLAND_DISPLAY is set")
	ErrUnreachable = errors.New("the display cannot be reached")
	ErrNoOpenGL    = errors.New("the display has no OpenGL")
)
