package nativewindow

import (
	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

// Minimized reports whether a window is minimised. It returns false if that is not known. window is the HWND.
func Minimized(window uintptr) bool {
	iconic, _ := winapi.Call(windows.NewLazySystemDLL("user32.dll").NewProc("IsIconic"), window)
	return iconic != 0
}
