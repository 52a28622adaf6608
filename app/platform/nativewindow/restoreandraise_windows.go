package nativewindow

import (
	"unsafe"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

const (
	restore           = 9   // SW_RESTORE
	flashUntilInFront = 0xF // FLASHW_ALL | FLASHW_TIMERNOFG
)

// flashInfo is FLASHWINFO.
type flashInfo struct {
	size    uint32
	window  uintptr
	flags   uint32
	count   uint32
	timeout uint32
}

// Raise shows a window above the others and gives it the keyboard focus. If Windows does not let the process do that, the
// window's button in the task bar flashes. window is the HWND.
func Raise(window uintptr) {
	user := windows.NewLazySystemDLL("user32.dll")
	if Minimized(window) {
		_, _ = winapi.Call(user.NewProc("ShowWindow"), window, restore)
	}
	if raised, _ := winapi.Call(user.NewProc("SetForegroundWindow"), window); raised == 0 {
		info := flashInfo{window: window, flags: flashUntilInFront}
		info.size = uint32(unsafe.Sizeof(info))
		_, _ = winapi.Call(user.NewProc("FlashWindowEx"), uintptr(unsafe.Pointer(&info)))
	}
}
