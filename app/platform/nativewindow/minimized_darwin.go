//go:build darwin && !ios

package nativewindow

import "github.com/ebitengine/purego/objc"

// Minimized reports whether a window is minimised. It returns false if that is not known. window is the NSWindow.
// Minimized must be called on the UI thread.
func Minimized(window uintptr) bool {
	return window != 0 && objc.Send[bool](objc.ID(window), objc.RegisterName("isMiniaturized"))
}
