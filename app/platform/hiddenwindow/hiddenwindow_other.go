//go:build !windows

// Package hiddenwindow creates a window that is never shown, to receive messages that Windows sends only to windows.
package hiddenwindow
