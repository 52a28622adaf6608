//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package desktop

import "image"

// PlaceOf reports false: it cannot be told here.
func PlaceOf(uintptr) (Place, bool) { return Place{}, false }

// Screens returns none: they cannot be told here.
func Screens() []image.Rectangle { return nil }

// Maximize does nothing here.
func Maximize(uintptr) {}
