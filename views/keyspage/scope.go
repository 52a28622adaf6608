package keyspage

import (
	"log/slog"

	"accesskeys/app/history"
	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
)

// scope is what every part of the tab works with.
type scope struct {
	win    *page.Window
	host   Host
	log    *slog.Logger
	tasks  *background.Tasks // end with the session
	keys   *keys.Keys
	labels labels // that the user has given keys
}

// about is a key as a subject of messages, or with "" a new one. What is said of its secret does not replace what is
// said of a change.
func (s *scope) about(op keys.Operation, id string) toast.Subject {
	if op == keys.OpReveal {
		return s.win.Toasts.About("secret " + id)
	}
	return s.win.Toasts.About("key " + id)
}

// ofList is the list as a subject of messages.
func (s *scope) ofList() toast.Subject { return s.win.Toasts.About("list") }

// left reports whether the session was left, so that only messages can say how something went.
func (s *scope) left() bool { return s.tasks.Ctx.Err() != nil }

// record keeps in the history how something ended that was done with a key. What changes a key records itself.
func record(s *scope, id string, a history.Action, format string, err error) {
	e := history.About(keys.RefOf(s.keys, id), a).Ending(err)
	e.Format = format
	s.host.Record(e)
}
