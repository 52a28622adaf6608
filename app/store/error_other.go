//go:build !windows

package store

// kindOfSystem has nothing to add to what all systems share.
func kindOfSystem(error) (Kind, bool) { return "", false }
