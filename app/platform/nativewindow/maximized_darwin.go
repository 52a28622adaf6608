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

// Maximized reports that a window is not: what zooming makes of it is a size like any other. It is not known while the
// window is minimised or fills the screen. window is the NSWindow. Call it on the UI thread.
func Maximized(window uintptr) (maximized, known bool) {
	w := objc.ID(window)
	return false, window != 0 && !Minimized(window) && objc.Send[bool](w, objc.RegisterName("isVisible")) &&
		objc.Send[uint](w, objc.RegisterName("styleMask"))&fullScreenMask == 0
}

// Maximize does nothing: Maximized never says that a window is.
func Maximize(uintptr) {}

// Room returns how large a window can be on the first screen; zero where that is not known. Call it on the UI thread.
func Room() image.Point {
	defer cocoa.AutoreleasePool()() // the toolkit's loop, which has one, has not begun
	screens := objc.ID(objc.GetClass("NSScreen")).Send(objc.RegisterName("screens"))
	first := screens.Send(objc.RegisterName("firstObject"))
	if first == 0 {
		return image.Point{}
	}
	room := objc.Send[rect](first, objc.RegisterName("visibleFrame"))
	return image.Pt(int(room.Width), int(room.Height))
}
