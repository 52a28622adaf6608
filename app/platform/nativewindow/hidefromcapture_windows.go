package nativewindow

import (
	"errors"

	"golang.org/x/sys/windows"
)

// Values of SetWindowDisplayAffinity.
const (
	affinityNone    = 0x00
	affinityMonitor = 0x01 // the window is black in a picture
	affinityExclude = 0x11 // the window is not in a picture at all; since Windows 10, version 2004
)

// HideFromCapture excludes a window from screenshots and screen sharing, or includes it again. It is best effort, since
// nothing stops a camera. It returns errors.ErrUnsupported if the system cannot hide windows. window is the HWND.
// HideFromCapture must be called on the UI thread.
func HideFromCapture(window uintptr, hide bool) error {
	set := affinity()
	if set.Find() != nil {
		return errors.ErrUnsupported
	}
	if !hide {
		return setAffinity(set, window, affinityNone)
	}
	if setAffinity(set, window, affinityExclude) == nil {
		return nil
	}
	return setAffinity(set, window, affinityMonitor)
}

// CanHideFromCapture reports whether the system can hide windows from capture.
func CanHideFromCapture() bool { return affinity().Find() == nil }

func affinity() *windows.LazyProc {
	return windows.NewLazySystemDLL("user32.dll").NewProc("SetWindowDisplayAffinity")
}

func setAffinity(set *windows.LazyProc, window uintptr, value uintptr) error {
	if ok, _, err := set.Call(window, value); ok == 0 {
		return err
	}
	return nil
}
