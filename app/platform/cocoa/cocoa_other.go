//go:build !darwin

// Package cocoa has what talking to macOS' frameworks takes everywhere.
package cocoa
