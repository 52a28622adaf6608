package clipboardguard

import (
	"context"

	"accesskeys/client"
	"accesskeys/views/kit/background"
)

// apart is a clipboard that is written to only while the UI thread waits, and with it the toolkit. macOS does not promise
// that two threads may use the pasteboard at once, and the toolkit uses it on the UI thread without a lock.
type apart struct {
	System
	tasks *background.Tasks
}

// Copy implements System.
func (a apart) Copy(ctx context.Context, s client.Secret) error {
	return a.whileUIWaits(ctx, func() error { return a.System.Copy(ctx, s) })
}

// Clear implements System.
func (a apart) Clear(ctx context.Context) error {
	return a.whileUIWaits(ctx, func() error { return a.System.Clear(ctx) })
}

func (a apart) whileUIWaits(ctx context.Context, act func() error) error {
	answer := make(chan error, 1)
	if err := a.tasks.CallOnUI(ctx, func() { answer <- act() }); err != nil {
		return err
	}
	return <-answer
}
