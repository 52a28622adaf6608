package diskwriter

import (
	"context"
	"time"

	"accesskeys/app/session"
	"accesskeys/views/kit/background"
)

// ListPause is how long after a change the list is written to disk. Several changes then need only one write.
const ListPause = time.Second

// KeepList saves the list, without secrets, for the next start. It returns at once, and writes after a pause.
func (w *Writer) KeepList(s *session.Session) {
	w.stopList()
	if s == nil {
		return
	}
	w.stopList = w.page.Tasks.After(ListPause, func() { w.WriteList(s) })
}

// WriteList is KeepList without the pause.
func (w *Writer) WriteList(s *session.Session) {
	w.stopList()
	background.GoVitalErr(w.page.Tasks, w.page.Tasks.Limit, func(context.Context) error { return w.app.Sessions.KeepList(s) }, func(err error) {
		if err != nil {
			w.logger.Warn("keeping the list on disk", "error", err)
		}
	})
}
