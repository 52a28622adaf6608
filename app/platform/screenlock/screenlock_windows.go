package screenlock

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

// Messages and their parameters, from winuser.h and wtsapi32.h.
const (
	wmClose            = 0x0010
	wmQuit             = 0x0012
	wmPowerBroadcast   = 0x0218
	pbtAPMSuspend      = 0x0004
	wmWTSSessionChange = 0x02B1

	wtsConsoleDisconnect = 0x2 // another person uses the machine from now on
	wtsRemoteDisconnect  = 0x4
	wtsSessionLock       = 0x7

	notifyForThisSession     = 0
	deviceNotifyWindowHandle = 0
	unchangedRefCount        = 0x2 // GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT
	broadcastHandled         = 1
)

// windowClass is WNDCLASSEXW.
type windowClass struct {
	size       uint32
	style      uint32
	proc       uintptr
	classExtra int32
	wndExtra   int32
	instance   windows.Handle
	icon       windows.Handle
	cursor     windows.Handle
	background windows.Handle
	menuName   *uint16
	className  *uint16
	smallIcon  windows.Handle
}

// windowMessage is MSG.
type windowMessage struct {
	window  windows.HWND
	id      uint32
	wParam  uintptr
	lParam  uintptr
	time    uint32
	x, y    int32
	private uint32
}

// awayWindow is a window that is never shown: the toolkit keeps the messages of its own to itself.
type awayWindow struct {
	user32, wtsapi32 *windows.LazyDLL
	away             func()

	instance windows.Handle
	class    *uint16
	window   uintptr
}

// Watch calls away each time the user's session is locked or the machine is about to sleep, until ctx
// ends; where the system says neither, it returns at once. It blocks: run it in the background. Sleep
// waits for away, for about two seconds, so away should be quick. It is called from the goroutine that
// called Watch.
func Watch(ctx context.Context, log *slog.Logger, away func()) {
	// A window's messages come to the thread that made it.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	w := &awayWindow{
		user32:   windows.NewLazySystemDLL("user32.dll"),
		wtsapi32: windows.NewLazySystemDLL("wtsapi32.dll"),
		away:     away,
	}
	if err := w.open(); err != nil {
		log.Info("no word of the screen lock", "error", err)
		return
	}
	defer w.close()
	defer w.subscribe(log)()
	// To the thread: the window must not heed who closes it, see handle.
	thread := uintptr(windows.GetCurrentThreadId())
	defer context.AfterFunc(ctx, func() {
		_, _, _ = w.user32.NewProc("PostThreadMessageW").Call(thread, wmQuit, 0, 0)
	})()
	w.pump()
}

// open makes the window. It is not a message-only one: those get no broadcasts, which is how the suspend
// message comes where it cannot be subscribed to.
func (w *awayWindow) open() error {
	if err := windows.GetModuleHandleEx(unchangedRefCount, nil, &w.instance); err != nil {
		return fmt.Errorf("module handle: %w", err)
	}
	// A class for each thread, because its procedure is of this awayWindow.
	class, err := windows.UTF16PtrFromString(fmt.Sprintf("AccessKeysSession%d", windows.GetCurrentThreadId()))
	if err != nil {
		return err
	}
	w.class = class
	definition := windowClass{proc: windows.NewCallback(w.handle), instance: w.instance, className: class}
	definition.size = uint32(unsafe.Sizeof(definition))
	if atom, _, err := w.user32.NewProc("RegisterClassExW").Call(uintptr(unsafe.Pointer(&definition))); atom == 0 {
		return fmt.Errorf("window class: %w", err)
	}
	w.window, _, err = w.user32.NewProc("CreateWindowExW").Call(0, uintptr(unsafe.Pointer(class)), 0,
		0, 0, 0, 0, 0, 0, 0, uintptr(w.instance), 0)
	if w.window == 0 {
		w.unregister()
		return fmt.Errorf("window: %w", err)
	}
	return nil
}

// close destroys what open made.
func (w *awayWindow) close() {
	_, _, _ = w.user32.NewProc("DestroyWindow").Call(w.window)
	w.unregister()
}

func (w *awayWindow) unregister() {
	_, _, _ = w.user32.NewProc("UnregisterClassW").Call(uintptr(unsafe.Pointer(w.class)), uintptr(w.instance))
}

// subscribe asks for the messages, where the system has the functions for it, and returns what undoes that.
func (w *awayWindow) subscribe(log *slog.Logger) (undo func()) {
	lock, err := winapi.Call(w.wtsapi32.NewProc("WTSRegisterSessionNotification"), w.window, notifyForThisSession)
	if lock == 0 {
		log.Info("no word of the screen lock", "error", err)
	}
	suspend, err := winapi.Call(w.user32.NewProc("RegisterSuspendResumeNotification"), w.window, deviceNotifyWindowHandle)
	if suspend == 0 {
		log.Info("no word of sleep but by broadcast", "error", err)
	}
	return func() {
		if suspend != 0 {
			_, _ = winapi.Call(w.user32.NewProc("UnregisterSuspendResumeNotification"), suspend)
		}
		if lock != 0 {
			_, _ = winapi.Call(w.wtsapi32.NewProc("WTSUnRegisterSessionNotification"), w.window)
		}
	}
}

// pump handles messages until the thread is told to quit.
func (w *awayWindow) pump() {
	get, dispatch := w.user32.NewProc("GetMessageW"), w.user32.NewProc("DispatchMessageW")
	var m windowMessage
	for {
		// 0 is WM_QUIT, -1 an error that the next call would have again.
		if got, _, _ := get.Call(uintptr(unsafe.Pointer(&m)), 0, 0, 0); int32(got) <= 0 {
			return
		}
		_, _, _ = dispatch.Call(uintptr(unsafe.Pointer(&m)))
	}
}

// handle is the window procedure.
func (w *awayWindow) handle(window windows.HWND, id uint32, wParam, lParam uintptr) uintptr {
	switch id {
	case wmWTSSessionChange:
		switch wParam {
		case wtsSessionLock, wtsConsoleDisconnect, wtsRemoteDisconnect:
			w.away()
		}
		return 0
	case wmPowerBroadcast:
		if wParam == pbtAPMSuspend {
			w.away()
		}
		return broadcastHandled
	case wmClose:
		// taskkill closes every window of a process. Whether it ends is for the one that is shown to say.
		return 0
	}
	result, _, _ := w.user32.NewProc("DefWindowProcW").Call(uintptr(window), uintptr(id), wParam, lParam)
	return result
}
