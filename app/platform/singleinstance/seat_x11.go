//go:build linux || freebsd || netbsd || openbsd || dragonfly

package singleinstance

import "os"

// seat returns the display on which windows open.
func seat() string { return os.Getenv("WAYLAND_DISPLAY") + "\n" + os.Getenv("DISPLAY") }
