package shell

import (
	"context"
	"time"

	"accesskeys/views/kit/background"
)

// keepPause is how long after a change of the list it is written to disk: once for several.
const keepPause = time.Second

// KeepList has the list kept on disk, without secrets, for the next start. Whoever sees it does not wait for that.
func (w *window) KeepList() {
	w.stopKeeping()
	s := w.session
	if s == nil {
		return
	}
	w.stopKeeping = w.Tasks.After(keepPause, func() {
		background.GoVitalErr(w.Tasks, w.Tasks.Limit, func(context.Context) error { return w.App.Sessions.KeepList(s) }, func(err error) {
			if err != nil {
				w.Logger.Warn("keeping the list on disk", "error", err)
			}
		})
	})
}
