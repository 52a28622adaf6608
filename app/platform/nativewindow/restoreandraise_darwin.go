//go:build darwin && !ios

package nativewindow

import "github.com/ebitengine/purego/objc"

// informational is NSInformationalRequest.
const informational = 10

// Raise shows a window above the others and gives it the keyboard focus. If macOS does not let the program come to the
// front, as can happen since macOS 14, its icon in the Dock bounces. window is the NSWindow. Raise must be called on the
// UI thread.
func Raise(window uintptr) {
	if window == 0 {
		return
	}
	if Minimized(window) {
		objc.ID(window).Send(objc.RegisterName("deminiaturize:"), objc.ID(0))
	}
	app := objc.ID(objc.GetClass("NSApplication")).Send(objc.RegisterName("sharedApplication"))
	if activate := objc.RegisterName("activate"); objc.Send[bool](app, objc.RegisterName("respondsToSelector:"), activate) {
		app.Send(activate)
	} else { // before macOS 14
		app.Send(objc.RegisterName("activateIgnoringOtherApps:"), true)
	}
	objc.ID(window).Send(objc.RegisterName("makeKeyAndOrderFront:"), objc.ID(0))
	objc.ID(window).Send(objc.RegisterName("orderFrontRegardless"))
	// This has no effect while the program is in front.
	app.Send(objc.RegisterName("requestUserAttention:"), uint(informational))
}
