//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package motion

import "context"

// Reduced returns false: this system does not say.
func Reduced(context.Context) bool { return false }
