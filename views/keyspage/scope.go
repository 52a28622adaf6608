package keyspage

import (
	"log/slog"

	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
)

// scope is what every part of the tab works with.
type scope struct {
	win   *page.Window
	host  Host
	log   *slog.Logger
	tasks *background.Tasks // end with the session
	keys  *keys.Keys
}

// left reports whether the session was left, so that only messages can say how something went.
func (s *scope) left() bool { return s.tasks.Ctx.Err() != nil }
