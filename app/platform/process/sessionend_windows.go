package process

import (
	"context"
	"sync"
	"unsafe"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/hiddenwindow"
	"accesskeys/app/platform/winapi"
)

// Messages that ask windows whether the session may end, and tell them that it does.
const (
	wmQueryEndSession = 0x0011
	wmEndSession      = 0x0016
)

// onSessionEnd calls end when the user logs out or the system shuts down, until ctx ends. Windows ends the process once
// all of its windows have taken note: the one here does not, so that the process can end by itself.
//
// It returns once the window is there, or cannot be made. Until then no other thread makes a window: where two threads
// make the process's first ones at the same time, Wine may have them wait for each other for ever.
func onSessionEnd(ctx context.Context, reason func() string, end func()) {
	var handle uintptr
	settled := make(chan struct{})
	settle := sync.OnceFunc(func() { close(settled) })
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
		settle()
		return func() {}
	}
	go func() {
		defer settle()
		_ = window.Run(ctx) // without a window, none is told either
	}()
	<-settled
}

// giveReason tells Windows why the session has to wait, and Windows the user. Without a reason, it gives a program five
// seconds that has no window on screen any more, as this one while it ends.
func giveReason(window uintptr, reason string) {
	text, err := windows.UTF16PtrFromString(reason)
	if err != nil {
		return
	}
	give := windows.NewLazySystemDLL("user32.dll").NewProc("ShutdownBlockReasonCreate")
	_, _ = winapi.Call(give, window, uintptr(unsafe.Pointer(text)))
}
