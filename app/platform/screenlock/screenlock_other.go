//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package screenlock

import (
	"context"
	"log/slog"
)

// Watch returns at once, because this system reports neither that the session is locked nor that it will sleep.
func Watch(context.Context, *slog.Logger, func()) {}
