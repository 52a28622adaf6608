//go:build !windows

package harden

// Threads does nothing: here what holds for the process holds for its threads.
func Threads() error { return nil }
