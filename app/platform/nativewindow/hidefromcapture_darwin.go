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

// HideFromCapture leaves a window out of screenshots and screen sharing, or lets it be in them again. It
// is best effort: since macOS 15.4 a program that captures through ScreenCaptureKit sees it all the same.
// It returns errors.ErrUnsupported where the system cannot. window is the NSWindow. Call it on the UI
// thread.
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

// CanHideFromCapture reports whether this system can at all.
func CanHideFromCapture() bool { return true }
