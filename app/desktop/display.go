package desktop

import "errors"

// Why no window can open.
var (
	ErrNoDisplay   = errors.New("neither DISPLAY nor WAYLAND_DISPLAY is set")
	ErrUnreachable = errors.New("the display cannot be reached")
	ErrNoOpenGL    = errors.New("the display has no OpenGL")
)
