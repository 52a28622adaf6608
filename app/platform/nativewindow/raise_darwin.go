//go:build darwin && !ios

package nativewindow

import "github.com/ebitengine/purego/objc"

// Raise has a window on screen, above the others and with the keyboard. window is the NSWindow. Call it on the
// UI thread.
func Raise(window uintptr) {
	if window == 0 {
		return
	}
	if Minimized(window) {
		objc.ID(window).Send(objc.RegisterName("deminiaturize:"), objc.ID(0))
	}
	app := objc.ID(objc.GetClass("NSApplication")).Send(objc.RegisterName("sharedApplication"))
	app.Send(objc.RegisterName("activateIgnoringOtherApps:"), true)
	objc.ID(window).Send(objc.RegisterName("makeKeyAndOrderFront:"), objc.ID(0))
}
