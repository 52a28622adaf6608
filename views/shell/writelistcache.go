package shell

import (
	"context"
	"time"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
)

// keepPause is how long after a change of the list it is written to disk: once for several.
const keepPause = time.Second

// keepList writes the list to disk, without secrets, for the next start. What shows the list does not wait for that.
func (w *settingsWriter) keepList(s *session.Session) {
	w.stopList()
	if s == nil {
		return
	}
	w.stopList = w.page.Tasks.After(keepPause, func() { w.writeList(s) })
}

// writeList is keepList without waiting for more changes.
func (w *settingsWriter) writeList(s *session.Session) {
	w.stopList()
	background.GoVitalErr(w.page.Tasks, w.page.Tasks.Limit, func(context.Context) error { return w.config.App.Sessions.KeepList(s) }, func(err error) {
		if err != nil {
			w.config.Logger.Warn("keeping the list on disk", "error", err)
		}
	})
}
