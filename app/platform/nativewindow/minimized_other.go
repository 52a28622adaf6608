//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package nativewindow

// Minimized reports false: it cannot be told here.
func Minimized(uintptr) bool { return false }
