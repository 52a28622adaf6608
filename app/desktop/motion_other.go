//go:build !windows && !(darwin && !ios) && !linux && !freebsd && !netbsd && !openbsd && !dragonfly

package desktop

import "context"

// ReducedMotion returns false: this system does not say.
func ReducedMotion(context.Context) bool { return false }
