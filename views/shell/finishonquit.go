package shell

import (
	"context"
	"time"
)

const finishLimit = 3 * time.Second // for each part of the work that remains when the window is closed

// finish completes the work that must not be interrupted, and cleans up. Only the first call does anything.
func (e *ending) finish() {
	e.finished.Do(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(e.config.Ctx), finishLimit)
		defer cancel()
		e.writer.Save() // the latest changes may not be on disk yet
		endClaim(e.config.Instance)
		e.page.Tasks.Vital.Finish(ctx, e.page.Tasks.Start)
		e.clipboard.Close()
		ctx, cancel = context.WithTimeout(context.WithoutCancel(e.config.Ctx), finishLimit)
		defer cancel()
		if err := e.config.App.Close(ctx); err != nil {
			e.config.Logger.Warn("cleaning up", "error", err)
		}
	})
}
