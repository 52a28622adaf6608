//go:build !(linux && cgo && (amd64 || arm64))

package display

// OnDisplayLost does nothing here.
func OnDisplayLost(func()) error { return nil }
