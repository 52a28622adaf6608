//go:build !windows

package nativewindow

// FollowMinimizing does nothing on this system.
func FollowMinimizing(uintptr, func() bool, func()) error { return nil }

// Minimize does nothing on this system. It is needed only after FollowMinimizing has delayed minimising.
func Minimize(uintptr) {}
