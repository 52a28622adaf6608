//go:build !(linux || freebsd || netbsd || openbsd)

package display

import "log/slog"

// Choose does nothing here: there is one display.
func Choose(*slog.Logger) error { return nil }

// FallBack returns: there is no other display.
func FallBack(error, *slog.Logger) {}
