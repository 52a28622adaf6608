//go:build !windows

package process

import "context"

// onSessionEnd does nothing, because on this system signals tell that a session ends.
func onSessionEnd(context.Context, func() string, func()) {}
