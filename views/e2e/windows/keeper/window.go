//go:build windows

package main

import (
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32            = windows.NewLazySystemDLL("user32.dll")
	createWindowEx    = user32.NewProc("CreateWindowExW")
	getMessage        = user32.NewProc("GetMessageW")
	dispatchMessage   = user32.NewProc("DispatchMessageW")
	postThreadMessage = user32.NewProc("PostThreadMessageW")
)

const wmQuit = 0x0012

// message is the MSG structure of Windows.
type message struct {
	window         windows.HWND
	message        uint32
	wParam, lParam uintptr
	time           uint32
	x, y           int32
}

// window is a window that is never shown. It is needed because the owner of the clipboard is a window.
type window struct {
	handle uintptr
	thread uint32
}

func newWindow() (*window, error) {
	class, err := windows.UTF16PtrFromString("STATIC")
	if err != nil {
		return nil, err
	}
	handle, _, err := createWindowEx.Call(0, uintptr(unsafe.Pointer(class)), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	if handle == 0 {
		return nil, fmt.Errorf("making a window: %w", err)
	}
	return &window{handle: handle, thread: windows.GetCurrentThreadId()}, nil
}

// handleMessages handles the window's messages, such as that another program has copied something. It returns after
// quit.
func (w *window) handleMessages() {
	var m message
	for {
		more, _, _ := getMessage.Call(uintptr(unsafe.Pointer(&m)), 0, 0, 0)
		if int32(more) <= 0 {
			return
		}
		dispatchMessage.Call(uintptr(unsafe.Pointer(&m)))
	}
}

// quit ends handleMessages. It may be called on any thread.
func (w *window) quit() { postThreadMessage.Call(uintptr(w.thread), wmQuit, 0, 0) }
