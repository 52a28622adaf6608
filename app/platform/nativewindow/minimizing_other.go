//go:build !windows

package nativewindow

// FollowMinimizing does nothing here.
func FollowMinimizing(uintptr, func() bool, func()) error { return nil }

// Minimize does nothing here: no window waits for it.
func Minimize(uintptr) {}
