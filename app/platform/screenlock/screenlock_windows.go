package screenlock

import (
	"context"
	"log/slog"
	"time"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/hiddenwindow"
	"accesskeys/app/platform/winapi"
)

// Messages and their parameters, from winuser.h and wtsapi32.h.
const (
	wmTimer            = 0x0113
	wmPowerBroadcast   = 0x0218
	pbtAPMSuspend      = 0x0004
	wmWTSSessionChange = 0x02B1

	wtsConsoleDisconnect = 0x2 // the machine switched to another user
	wtsRemoteDisconnect  = 0x4
	wtsSessionLock       = 0x7

	notifyForThisSession     = 0
	deviceNotifyWindowHandle = 0
	broadcastHandled         = 1

	againTimer = 1               // the ID of the timer
	askAgain   = 5 * time.Second // between attempts to register for session notifications
)

// sessionWatch handles the messages of Windows about the session and the power.
type sessionWatch struct {
	user32, wtsapi32 *windows.LazyDLL
	log              *slog.Logger
	away             func()
	register         func(window uintptr) error // registers for session notifications
	again            time.Duration              // the time after which to try again

	window     uintptr
	registered bool
}

// Watch calls away each time the user's session is locked or the machine is about to sleep, until ctx is done, so it
// should run in the background. If the system reports neither, Watch returns at once. Sleep waits for away for about two
// seconds, so away should be quick. Watch calls it on its own goroutine.
func Watch(ctx context.Context, log *slog.Logger, away func()) {
	w := newSessionWatch(log, away)
	if err := w.run(ctx); err != nil {
		log.Info("no word of the screen lock", "error", err)
	}
}

func newSessionWatch(log *slog.Logger, away func()) *sessionWatch {
	w := &sessionWatch{
		user32:   windows.NewLazySystemDLL("user32.dll"),
		wtsapi32: windows.NewLazySystemDLL("wtsapi32.dll"),
		log:      log, away: away, again: askAgain,
	}
	w.register = func(window uintptr) error {
		ok, err := winapi.Call(w.wtsapi32.NewProc("WTSRegisterSessionNotification"), window, notifyForThisSession)
		if ok != 0 {
			return nil
		}
		return err
	}
	return w
}

func (w *sessionWatch) run(ctx context.Context) error {
	window := hiddenwindow.Window{Handle: w.handle, Opened: w.subscribe}
	return window.Run(ctx)
}

// subscribe registers for the messages, if the system has the functions for that, and returns a function that undoes it.
func (w *sessionWatch) subscribe(window uintptr) (undo func()) {
	w.window = window
	w.registerForSession()
	suspend, err := winapi.Call(w.user32.NewProc("RegisterSuspendResumeNotification"), window, deviceNotifyWindowHandle)
	if suspend == 0 {
		w.log.Info("no word of sleep but by broadcast", "error", err)
	}
	return func() {
		if suspend != 0 {
			_, _ = winapi.Call(w.user32.NewProc("UnregisterSuspendResumeNotification"), suspend)
		}
		if w.registered {
			_, _ = winapi.Call(w.wtsapi32.NewProc("WTSUnRegisterSessionNotification"), window)
		}
	}
}

// registerForSession registers for session notifications. If that fails, it sets a timer to try again, which ends with the
// window.
func (w *sessionWatch) registerForSession() {
	if err := w.register(w.window); err != nil {
		w.log.Info("no word of the screen lock yet", "error", err)
		_, _ = winapi.Call(w.user32.NewProc("SetTimer"), w.window, againTimer, uintptr(w.again.Milliseconds()), 0)
		return
	}
	w.registered = true
	_, _ = winapi.Call(w.user32.NewProc("KillTimer"), w.window, againTimer)
}

// handle handles the relevant messages.
func (w *sessionWatch) handle(id uint32, wParam, _ uintptr) (result uintptr, handled bool) {
	switch id {
	case wmTimer:
		if !w.registered {
			w.registerForSession()
		}
		return 0, true
	case wmWTSSessionChange:
		switch wParam {
		case wtsSessionLock, wtsConsoleDisconnect, wtsRemoteDisconnect:
			w.away()
		}
		return 0, true
	case wmPowerBroadcast:
		if wParam == pbtAPMSuspend {
			w.away()
		}
		return broadcastHandled, true
	}
	return 0, false
}
