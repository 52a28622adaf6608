package shell

import (
	"context"
	"time"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
)

// keepPause is how long after a change the list is written to disk. Several changes then need only one write.
const keepPause = time.Second

// keepList saves the list, without secrets, for the next start. It returns at once, and writes after a pause.
func (w *settingsWriter) keepList(s *session.Session) {
	w.stopList()
	if s == nil {
		return
	}
	w.stopList = w.page.Tasks.After(keepPause, func() { w.writeList(s) })
}

// writeList is keepList without the pause.
func (w *settingsWriter) writeList(s *session.Session) {
	w.stopList()
	background.GoVitalErr(w.page.Tasks, w.page.Tasks.Limit, func(context.Context) error { return w.config.App.Sessions.KeepList(s) }, func(err error) {
		if err != nil {
			w.config.Logger.Warn("keeping the list on disk", "error", err)
		}
	})
}
