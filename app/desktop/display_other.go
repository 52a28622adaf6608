//go:build !(linux || freebsd || netbsd || openbsd)

package desktop

import "log/slog"

// ChooseDisplay does nothing here: there is one display.
func ChooseDisplay(*slog.Logger) error { return nil }

// FallBack returns: there is no other display.
func FallBack(error, *slog.Logger) {}
