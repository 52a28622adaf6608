//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package screenlock

import (
	"context"
	"log/slog"
)

// Watch returns at once: this system says neither when the session is locked nor when it will sleep.
func Watch(context.Context, *slog.Logger, func()) {}
