//go:build !windows && !(darwin && !ios)

package nativewindow

import "errors"

// HideFromCapture returns errors.ErrUnsupported, because neither X11 nor Wayland can exclude a window from screenshots and
// screen sharing.
func HideFromCapture(uintptr, bool) error { return errors.ErrUnsupported }

// CanHideFromCapture reports whether the system can hide windows from capture.
func CanHideFromCapture() bool { return false }
