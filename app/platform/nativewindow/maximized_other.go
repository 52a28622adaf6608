//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package nativewindow

import "image"

// Maximized reports that it is not known here.
func Maximized(uintptr) (maximized, known bool) { return false, false }

// Maximize does nothing here.
func Maximize(uintptr) {}

// Room returns zero: it is not known here.
func Room() image.Point { return image.Point{} }
