//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package desktop

// ComeUp does nothing here.
func ComeUp(uintptr) {}
