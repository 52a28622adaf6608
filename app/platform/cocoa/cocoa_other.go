//go:build !darwin

// Package cocoa has helpers for calling the frameworks of macOS.
package cocoa
