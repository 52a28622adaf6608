//go:build darwin && !ios

package nativewindow

import (
	"image"

	"github.com/ebitengine/purego/objc"

	"accesskeys/app/platform/cocoa"
)

// fullScreenMask is NSWindowStyleMaskFullScreen.
const fullScreenMask = 1 << 14

// rect is NSRect.
type rect struct{ X, Y, Width, Height float64 }

// Maximized reports that a window is not maximised, because a zoomed window on macOS just has another size. It reports
// that this is not known while the window is minimised or full-screen. window is the NSWindow. Maximized must be called on
// the UI thread.
func Maximized(window uintptr) (maximized, known bool) {
	w := objc.ID(window)
	return false, window != 0 && !Minimized(window) && objc.Send[bool](w, objc.RegisterName("isVisible")) &&
		objc.Send[uint](w, objc.RegisterName("styleMask"))&fullScreenMask == 0
}

// Maximize does nothing, because Maximized never reports that a window is maximised.
func Maximize(uintptr) {}

// Room returns the largest size of a window on the first screen, or zero if that is not known. It must be called on the UI
// thread.
func Room() image.Point {
	defer cocoa.AutoreleasePool()() // the toolkit's loop, which has a pool, has not started yet
	screens := objc.ID(objc.GetClass("NSScreen")).Send(objc.RegisterName("screens"))
	first := screens.Send(objc.RegisterName("firstObject"))
	if first == 0 {
		return image.Point{}
	}
	room := objc.Send[rect](first, objc.RegisterName("visibleFrame"))
	return image.Pt(int(room.Width), int(room.Height))
}
