//go:build darwin && !ios

package singleinstance

// seat is nothing: there is one screen a user.
func seat() string { return "" }
