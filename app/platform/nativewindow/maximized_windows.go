package nativewindow

import (
	"image"
	"unsafe"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

const (
	showMaximized = 3    // SW_SHOWMAXIMIZED
	getWorkArea   = 0x30 // SPI_GETWORKAREA
)

// Maximized reports whether a window is maximised. That is not known while it is minimised. window is the HWND.
func Maximized(window uintptr) (maximized, known bool) {
	user := windows.NewLazySystemDLL("user32.dll")
	visible, _ := winapi.Call(user.NewProc("IsWindowVisible"), window)
	zoomed, _ := winapi.Call(user.NewProc("IsZoomed"), window)
	return zoomed != 0, visible != 0 && !Minimized(window)
}

// Maximize maximises a visible window. window is the HWND.
func Maximize(window uintptr) {
	_, _ = winapi.Call(windows.NewLazySystemDLL("user32.dll").NewProc("ShowWindow"), window, showMaximized)
}

// Room returns the largest size of a window on the first screen, or zero if that is not known.
func Room() image.Point {
	var work windows.Rect
	_, _, _ = windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW").Call(getWorkArea, 0, uintptr(unsafe.Pointer(&work)), 0)
	return image.Pt(int(work.Right-work.Left), int(work.Bottom-work.Top))
}
