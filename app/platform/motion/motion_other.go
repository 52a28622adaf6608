//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package motion

import "context"

// Reduced returns false, because the setting of this system is not known.
func Reduced(context.Context) bool { return false }
