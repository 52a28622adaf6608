//go:build !windows

// Package hiddenwindow has a window that is never shown, for what Windows tells windows alone.
package hiddenwindow
