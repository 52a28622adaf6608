// Package hiddenwindow creates a window that is never shown, to receive messages that Windows sends only to windows. The
// toolkit gives no access to the messages of its own window.
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

// Window is a window that is never shown.
type Window struct {
	// Handle handles a message. It is called on the goroutine that called Run.
	Handle func(id uint32, wParam, lParam uintptr) (result uintptr, handled bool)
	// Opened, if not nil, is called when the window has been created. The function that it returns is called before the
	// window is destroyed.
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

// Run creates the window and handles its messages until ctx is done, so it should run in the background. It returns an
// error if the window cannot be created.
func (w *Window) Run(ctx context.Context) error {
	// A window's messages go to the thread that created it.
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
	// End the thread's message loop rather than closing the window, because handleMessage ignores WM_CLOSE.
	thread := uintptr(windows.GetCurrentThreadId())
	defer context.AfterFunc(ctx, func() {
		_, _, _ = w.user.NewProc("PostThreadMessageW").Call(thread, wmQuit, 0, 0)
	})()
	w.pump()
	return nil
}

// open creates the window. It is not a message-only window, because these receive no broadcasts and no message that the
// session ends.
func (w *Window) open() error {
	if err := windows.GetModuleHandleEx(unchangedRefCount, nil, &w.instance); err != nil {
		return fmt.Errorf("module handle: %w", err)
	}
	// Each thread needs a class of its own, because the class's procedure belongs to this window.
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

// close destroys the window and its class.
func (w *Window) close() {
	_, _, _ = w.user.NewProc("DestroyWindow").Call(w.handle)
	w.unregister()
}

func (w *Window) unregister() {
	_, _, _ = w.user.NewProc("UnregisterClassW").Call(uintptr(unsafe.Pointer(w.class)), uintptr(w.instance))
}

// pump handles messages until the thread gets WM_QUIT.
func (w *Window) pump() {
	get, dispatch := w.user.NewProc("GetMessageW"), w.user.NewProc("DispatchMessageW")
	var m message
	for {
		// 0 means WM_QUIT, and -1 an error that the next call would return again.
		if got, _, _ := get.Call(uintptr(unsafe.Pointer(&m)), 0, 0, 0); int32(got) <= 0 {
			return
		}
		_, _, _ = dispatch.Call(uintptr(unsafe.Pointer(&m)))
	}
}

// handleMessage is the window procedure.
func (w *Window) handleMessage(window windows.HWND, id uint32, wParam, lParam uintptr) uintptr {
	if id == wmClose {
		// taskkill closes every window of a process. Only the visible window decides whether the process ends.
		return 0
	}
	if result, handled := w.Handle(id, wParam, lParam); handled {
		return result
	}
	result, _, _ := w.user.NewProc("DefWindowProcW").Call(uintptr(window), uintptr(id), wParam, lParam)
	return result
}
