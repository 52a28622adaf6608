package process

import (
	"context"
	"sync"
	"unsafe"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/hiddenwindow"
	"accesskeys/app/platform/winapi"
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
func onSessionEnd(ctx context.Context, reason func() string, end func()) {
	var handle uintptr
	ready := make(chan struct{})
	setReady := sync.OnceFunc(func() { close(ready) })
	window := hiddenwindow.Window{Handle: func(id uint32, ends, _ uintptr) (uintptr, bool) {
		switch id {
		case wmQueryEndSession:
			return 1, true
		case wmEndSession:
			if ends != 0 {
				if reason != nil {
					giveReason(handle, reason())
				}
				end()
				select {}
			}
			return 0, true
		}
		return 0, false
	}}
	window.Opened = func(opened uintptr) func() {
		handle = opened
		setReady()
		return func() {}
	}
	go func() {
		defer setReady()
		_ = window.Run(ctx) // without the window, the end of the session goes unnoticed
	}()
	<-ready
}

// giveReason tells Windows why the end of the session must wait, which Windows shows to the user. Without a reason, Windows
// waits only five seconds for a program without a visible window, as this one is while it ends.
func giveReason(window uintptr, reason string) {
	text, err := windows.UTF16PtrFromString(reason)
	if err != nil {
		return
	}
	give := windows.NewLazySystemDLL("user32.dll").NewProc("ShutdownBlockReasonCreate")
	_, _ = winapi.Call(give, window, uintptr(unsafe.Pointer(text)))
}
