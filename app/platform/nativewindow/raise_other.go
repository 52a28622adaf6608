//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package nativewindow

// ComeUp does nothing here.
func Raise(uintptr) {}
