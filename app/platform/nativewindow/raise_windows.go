package nativewindow

import (
	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

const restore = 9 // SW_RESTORE

// Raise has a window on screen, above the others and with the keyboard, where Windows lets the process. window
// is the HWND.
func Raise(window uintptr) {
	user := windows.NewLazySystemDLL("user32.dll")
	if Minimized(window) {
		_, _ = winapi.Call(user.NewProc("ShowWindow"), window, restore)
	}
	_, _ = winapi.Call(user.NewProc("SetForegroundWindow"), window)
}
