//go:build darwin && !ios

package nativewindow

import (
	"errors"

	"github.com/ebitengine/purego/objc"
)

// Values of NSWindowSharingType.
const (
	sharingNone     = 0
	sharingReadOnly = 1
)

// HideFromCapture excludes a window from screenshots and screen sharing, or includes it again. It is best effort: since
// macOS 15.4, programs that capture with ScreenCaptureKit see the window all the same. It returns errors.ErrUnsupported
// if the system cannot hide windows. window is the NSWindow. HideFromCapture must be called on the UI thread.
func HideFromCapture(window uintptr, hide bool) error {
	if window == 0 {
		return errors.New("no window")
	}
	sharing := uint(sharingReadOnly)
	if hide {
		sharing = sharingNone
	}
	objc.ID(window).Send(objc.RegisterName("setSharingType:"), sharing)
	return nil
}

// CanHideFromCapture reports whether the system can hide windows from capture.
func CanHideFromCapture() bool { return true }
