//go:build darwin && !ios

package nativewindow

import "github.com/ebitengine/purego/objc"

// informational is NSInformationalRequest.
const informational = 10

// Raise has a window on screen, above the others and with the keyboard. Where macOS does not let the program come to
// the front, as it may not since macOS 14, its icon in the Dock bounces. window is the NSWindow. Call it on the UI
// thread.
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
	// This does nothing while the program is in front.
	app.Send(objc.RegisterName("requestUserAttention:"), uint(informational))
}
