//go:build !(linux || freebsd || netbsd || openbsd)

package display

import "log/slog"

// Choose does nothing, because there is only one kind of display.
func Choose(*slog.Logger) error { return nil }

// FallBack returns, because there is no other display.
func FallBack(error, *slog.Logger) {}
