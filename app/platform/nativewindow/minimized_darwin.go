//go:build darwin && !ios

package nativewindow

import "github.com/ebitengine/purego/objc"

// Minimized reports whether a window is minimised; false where that cannot be told. window is the
// NSWindow. Call it on the UI thread.
func Minimized(window uintptr) bool {
	return window != 0 && objc.Send[bool](objc.ID(window), objc.RegisterName("isMiniaturized"))
}
