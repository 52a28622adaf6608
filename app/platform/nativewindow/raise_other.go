//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package nativewindow

// Raise does nothing here.
func Raise(uintptr) {}
