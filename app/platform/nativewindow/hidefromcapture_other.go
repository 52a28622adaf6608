//go:build !windows && !(darwin && !ios)

package nativewindow

import "errors"

// HideFromCapture returns errors.ErrUnsupported: neither X11 nor Wayland has a way to leave a window out
// of screenshots and screen sharing.
func HideFromCapture(uintptr, bool) error { return errors.ErrUnsupported }

// CanHideFromCapture reports whether this system can at all.
func CanHideFromCapture() bool { return false }
