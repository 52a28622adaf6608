//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package nativewindow

// Raise does nothing on this system.
func Raise(uintptr) {}
