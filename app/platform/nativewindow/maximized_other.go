//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package nativewindow

import "image"

// Maximized reports that it is not known whether a window is maximised.
func Maximized(uintptr) (maximized, known bool) { return false, false }

// Maximize does nothing on this system.
func Maximize(uintptr) {}

// Room returns zero, because the largest size of a window is not known on this system.
func Room() image.Point { return image.Point{} }
