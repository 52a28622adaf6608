//go:build linux || freebsd || netbsd || openbsd || dragonfly

package singleinstance

import "os"

// seat is the display that windows open on.
func seat() string { return os.Getenv("WAYLAND_DISPLAY") + "\n" + os.Getenv("DISPLAY") }
