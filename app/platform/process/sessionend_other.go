//go:build !windows

package process

import "context"

// onSessionEnd does nothing: where a session ends, signals say so.
func onSessionEnd(context.Context, func() string, func()) {}
