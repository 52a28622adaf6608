package nativewindow

import (
	"fmt"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

// Values of SetWindowsHookExW and ShowWindow.
const (
	hookCBT    = 5 // WH_CBT, called before changes of windows
	hookMinMax = 1 // HCBT_MINMAX

	showMinimized     = 2
	minimize          = 6
	showMinNoActivate = 7
	forceMinimize     = 11
)

// FollowMinimizing calls minimizing before the window is minimised in any way, and restoring before a minimised window is
// restored. If minimizing returns true, the window is not minimised, and the caller must call Minimize later. That lets
// the window draw changes first, because the system keeps its last picture. window is the HWND. FollowMinimizing must be
// called on the UI thread, which also makes both calls.
func FollowMinimizing(window uintptr, minimizing func() (wait bool), restoring func()) error {
	user := windows.NewLazySystemDLL("user32.dll")
	next := user.NewProc("CallNextHookEx")
	callback := windows.NewCallback(func(code int32, wParam, lParam uintptr) uintptr {
		if code == hookMinMax && wParam == window {
			switch how := lParam & 0xFFFF; {
			case how == showMinimized, how == minimize, how == showMinNoActivate, how == forceMinimize:
				if minimizing() {
					return 1
				}
			case Minimized(window):
				restoring()
			}
		}
		result, _ := winapi.Call(next, 0, uintptr(code), wParam, lParam)
		return result
	})
	hook, err := winapi.Call(user.NewProc("SetWindowsHookExW"), hookCBT, callback, 0, uintptr(windows.GetCurrentThreadId()))
	if hook == 0 {
		return fmt.Errorf("follow the window being minimised: %w", err)
	}
	return nil
}

// Minimize minimises a window. window is the HWND. Minimize must be called on the UI thread.
func Minimize(window uintptr) {
	_, _ = winapi.Call(windows.NewLazySystemDLL("user32.dll").NewProc("ShowWindow"), window, minimize)
}
