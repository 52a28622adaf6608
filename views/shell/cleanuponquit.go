package shell

import "context"

// finish completes what must not be left half done, and cleans up, once.
func (e *ending) finish() {
	e.finished.Do(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(e.config.Ctx), finishLimit)
		defer cancel()
		e.writer.save() // what was chosen in the last moment
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
