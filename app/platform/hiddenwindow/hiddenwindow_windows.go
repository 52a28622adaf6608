// Package hiddenwindow has a window that is never shown, for what Windows tells windows alone. The toolkit keeps the
// messages of its own window to itself.
package hiddenwindow

import (
	"context"
	"fmt"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Messages and a flag, from winuser.h and libloaderapi.h.
const (
	wmClose           = 0x0010
	wmQuit            = 0x0012
	unchangedRefCount = 0x2 // GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT
)

// Window is one that is never shown.
type Window struct {
	// Handle handles a message. It is called on the goroutine that called Run.
	Handle func(id uint32, wParam, lParam uintptr) (result uintptr, handled bool)
	// Opened, unless it is nil, is called once the window is there. It returns what undoes that before the window goes.
	Opened func(handle uintptr) (undo func())

	user     *windows.LazyDLL
	instance windows.Handle
	class    *uint16
	handle   uintptr
}

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

// message is MSG.
type message struct {
	window  windows.HWND
	id      uint32
	wParam  uintptr
	lParam  uintptr
	time    uint32
	x, y    int32
	private uint32
}

// Run makes the window and has it handle messages until ctx ends. It blocks: run it in the background. It returns an
// error if there is no window to be had.
func (w *Window) Run(ctx context.Context) error {
	// A window's messages come to the thread that made it.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	w.user = windows.NewLazySystemDLL("user32.dll")
	if err := w.open(); err != nil {
		return err
	}
	defer w.close()
	if w.Opened != nil {
		defer w.Opened(w.handle)()
	}
	// To the thread: the window must not heed who closes it, see handleMessage.
	thread := uintptr(windows.GetCurrentThreadId())
	defer context.AfterFunc(ctx, func() {
		_, _, _ = w.user.NewProc("PostThreadMessageW").Call(thread, wmQuit, 0, 0)
	})()
	w.pump()
	return nil
}

// open makes the window. It is not a message-only one: those get no broadcasts, and are not told that the session ends.
func (w *Window) open() error {
	if err := windows.GetModuleHandleEx(unchangedRefCount, nil, &w.instance); err != nil {
		return fmt.Errorf("module handle: %w", err)
	}
	// A class for each thread, because its procedure is of this window.
	class, err := windows.UTF16PtrFromString(fmt.Sprintf("AccessKeysHidden%d", windows.GetCurrentThreadId()))
	if err != nil {
		return err
	}
	w.class = class
	definition := windowClass{proc: windows.NewCallback(w.handleMessage), instance: w.instance, className: class}
	definition.size = uint32(unsafe.Sizeof(definition))
	if atom, _, err := w.user.NewProc("RegisterClassExW").Call(uintptr(unsafe.Pointer(&definition))); atom == 0 {
		return fmt.Errorf("window class: %w", err)
	}
	w.handle, _, err = w.user.NewProc("CreateWindowExW").Call(0, uintptr(unsafe.Pointer(class)), 0,
		0, 0, 0, 0, 0, 0, 0, uintptr(w.instance), 0)
	if w.handle == 0 {
		w.unregister()
		return fmt.Errorf("window: %w", err)
	}
	return nil
}

// close destroys what open made.
func (w *Window) close() {
	_, _, _ = w.user.NewProc("DestroyWindow").Call(w.handle)
	w.unregister()
}

func (w *Window) unregister() {
	_, _, _ = w.user.NewProc("UnregisterClassW").Call(uintptr(unsafe.Pointer(w.class)), uintptr(w.instance))
}

// pump handles messages until the thread is told to quit.
func (w *Window) pump() {
	get, dispatch := w.user.NewProc("GetMessageW"), w.user.NewProc("DispatchMessageW")
	var m message
	for {
		// 0 is WM_QUIT, -1 an error that the next call would have again.
		if got, _, _ := get.Call(uintptr(unsafe.Pointer(&m)), 0, 0, 0); int32(got) <= 0 {
			return
		}
		_, _, _ = dispatch.Call(uintptr(unsafe.Pointer(&m)))
	}
}

// handleMessage is the window procedure.
func (w *Window) handleMessage(window windows.HWND, id uint32, wParam, lParam uintptr) uintptr {
	if id == wmClose {
		// taskkill closes every window of a process. Whether it ends is for the one that is shown to say.
		return 0
	}
	if result, handled := w.Handle(id, wParam, lParam); handled {
		return result
	}
	result, _, _ := w.user.NewProc("DefWindowProcW").Call(uintptr(window), uintptr(id), wParam, lParam)
	return result
}
