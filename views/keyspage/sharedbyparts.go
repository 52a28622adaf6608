package keyspage

import (
	"log/slog"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
)

// scope is what all parts of the tab share.
type scope struct {
	win    *page.Window
	host   Host
	log    *slog.Logger
	tasks  *background.Tasks // end with the session
	keys   *keys.Keys
	labels labels
}

// about returns the toast subject for an operation on a key. Messages about a secret have a subject of their own, so
// that they do not replace a message about a change. An empty id stands for a key that is being created.
func (s *scope) about(op keys.Operation, id string) toast.Subject {
	if op == keys.OpReveal {
		return s.win.Toasts.About("secret " + id).UntilLock()
	}
	return s.win.Toasts.About("key " + id)
}

// aboutList returns the toast subject for the list.
func (s *scope) aboutList() toast.Subject { return s.win.Toasts.About("list") }

// sessionEnded reports whether the session has ended. The tab is no longer shown then, and only messages can tell how
// something went.
func (s *scope) sessionEnded() bool { return s.tasks.Ctx.Err() != nil }

// record adds an action on a key and its result to the history. It is not for changes, which app/keys records.
func record(s *scope, id string, a history.Action, format string, err error) {
	e := history.About(keys.RefOf(s.keys, id), a).Ending(err)
	e.Format = format
	s.host.Record(e)
}
