package nativewindow

import (
	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

// Minimized reports whether a window is minimised; false where that cannot be told. window is the HWND.
func Minimized(window uintptr) bool {
	iconic, _ := winapi.Call(windows.NewLazySystemDLL("user32.dll").NewProc("IsIconic"), window)
	return iconic != 0
}
