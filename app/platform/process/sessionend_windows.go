package process

import (
	"context"

	"accesskeys/app/platform/hiddenwindow"
)

// Messages that ask windows whether the session may end, and tell them that it does.
const (
	wmQueryEndSession = 0x0011
	wmEndSession      = 0x0016
)

// onSessionEnd calls end when the user logs out or the system shuts down. Windows ends the process once all of its
// windows have taken note: the one here does not, so that the process can end by itself. It blocks until ctx ends.
func onSessionEnd(ctx context.Context, end func()) {
	window := hiddenwindow.Window{Handle: func(id uint32, ends, _ uintptr) (uintptr, bool) {
		switch id {
		case wmQueryEndSession:
			return 1, true
		case wmEndSession:
			if ends != 0 {
				end()
				select {}
			}
			return 0, true
		}
		return 0, false
	}}
	_ = window.Run(ctx) // without a window, none is told either
}
