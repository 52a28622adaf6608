//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package nativewindow

// Minimized returns false, because it is not known on this system.
func Minimized(uintptr) bool { return false }
