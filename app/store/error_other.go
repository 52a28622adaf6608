//go:build !windows

package store

// kindOfSystem returns no kind, because kindOf knows all errors of these systems.
func kindOfSystem(error) (Kind, bool) { return "", false }
