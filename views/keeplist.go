package views

import (
	"accesskeys/views/kit/background"
	"context"
	"time"
)

// keepPause is how long after a change of the list it is written to disk: once for several.
const keepPause = time.Second

// keepList has the list kept on disk, without secrets, for the next start. Whoever sees it does not wait for that.
func (w *window) keepList() {
	w.stopKeeping()
	s := w.session
	if s == nil {
		return
	}
	w.stopKeeping = w.tasks.After(keepPause, func() {
		background.GoVitalErr(w.tasks, w.tasks.Limit, func(context.Context) error { return w.App.KeepList(s) }, func(err error) {
			if err != nil {
				w.Logger.Warn("keeping the list on disk", "error", err)
			}
		})
	})
}
