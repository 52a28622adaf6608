//go:build darwin && !ios

package desktop

// seat is nothing: there is one screen a user.
func seat() string { return "" }
