package clipboardguard

import (
	"context"

	"accesskeys/client"
	"accesskeys/views/kit/background"
)

// onUIThread is a System that is written to only on the UI thread. On macOS the toolkit uses the pasteboard on the UI
// thread without a lock, and the system does not promise that two threads may use it at once.
type onUIThread struct {
	System
	tasks *background.Tasks
}

// Copy implements System.
func (c onUIThread) Copy(ctx context.Context, s client.Secret) error {
	return c.callOnUI(ctx, func() error { return c.System.Copy(ctx, s) })
}

// Clear implements System.
func (c onUIThread) Clear(ctx context.Context) error {
	return c.callOnUI(ctx, func() error { return c.System.Clear(ctx) })
}

func (c onUIThread) callOnUI(ctx context.Context, act func() error) error {
	answer := make(chan error, 1)
	if err := c.tasks.CallOnUI(ctx, func() { answer <- act() }); err != nil {
		return err
	}
	return <-answer
}
