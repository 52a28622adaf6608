//go:build darwin && !ios

package singleinstance

// seat returns "", because a user has only one session on macOS.
func seat() string { return "" }
