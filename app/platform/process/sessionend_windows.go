package process

import (
	"context"
	"sync"

	"accesskeys/app/platform/hiddenwindow"
)

// The messages that ask windows whether the session may end, and tell them that it ends.
const (
	wmQueryEndSession = 0x0011
	wmEndSession      = 0x0016
)

// onSessionEnd calls end when the user logs out or the system shuts down, until ctx is done. Windows ends the process when
// all of its windows have handled the message. The hidden window never does, so that the process can end by itself.
//
// onSessionEnd returns when the hidden window was created or could not be. Until then no other thread may create a window,
// because under Wine two threads that create the process's first windows at the same time can deadlock.
func onSessionEnd(ctx context.Context, end func()) {
	ready := make(chan struct{})
	setReady := sync.OnceFunc(func() { close(ready) })
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
	window.Opened = func(uintptr) func() {
		setReady()
		return func() {}
	}
	go func() {
		defer setReady()
		_ = window.Run(ctx) // without the window, the end of the session goes unnoticed
	}()
	<-ready
}
