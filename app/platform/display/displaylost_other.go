//go:build !(linux && cgo && (amd64 || arm64))

package display

// OnDisplayLost does nothing on this system.
func OnDisplayLost(func()) error { return nil }
