//go:build darwin && !ios

package desktop

import (
	"image"

	"github.com/ebitengine/purego/objc"
)

// fullScreenMask is NSWindowStyleMaskFullScreen.
const fullScreenMask = 1 << 14

// rect is NSRect: its origin is the corner at the bottom left.
type rect struct{ X, Y, Width, Height float64 }

// PlaceOf returns where a window is; false where that cannot be told, as while it is minimised or fills the
// screen. It is never told to be maximised: what zooming makes of a window is a size like any other. window
// is the NSWindow. Call it on the UI thread.
func PlaceOf(window uintptr) (Place, bool) {
	w := objc.ID(window)
	screens := screens()
	if window == 0 || Minimized(window) || len(screens) == 0 || !objc.Send[bool](w, objc.RegisterName("isVisible")) ||
		objc.Send[uint](w, objc.RegisterName("styleMask"))&fullScreenMask != 0 {
		return Place{}, false
	}
	frame := frameOf(w)
	inside := objc.Send[rect](w, objc.RegisterName("contentRectForFrameRect:"), frame)
	height := frameOf(screens[0]).Height
	return Place{
		At:  image.Pt(int(inside.X), int(height-inside.Y-inside.Height)),
		Top: int(frame.Y + frame.Height - inside.Y - inside.Height),
	}, true
}

// Screens returns the room for windows on each screen, the first one first; none where that cannot be told.
// Call it on the UI thread.
func Screens() []image.Rectangle {
	screens := screens()
	all := make([]image.Rectangle, 0, len(screens))
	for _, s := range screens {
		room := objc.Send[rect](s, objc.RegisterName("visibleFrame"))
		height := frameOf(screens[0]).Height
		at := image.Pt(int(room.X), int(height-room.Y-room.Height))
		all = append(all, image.Rect(0, 0, int(room.Width), int(room.Height)).Add(at))
	}
	return all
}

// screens are the NSScreens; from the first one all coordinates count.
func screens() []objc.ID {
	list := objc.ID(objc.GetClass("NSScreen")).Send(objc.RegisterName("screens"))
	all := make([]objc.ID, objc.Send[uint](list, objc.RegisterName("count")))
	for i := range all {
		all[i] = list.Send(objc.RegisterName("objectAtIndex:"), uint(i))
	}
	return all
}

func frameOf(o objc.ID) rect { return objc.Send[rect](o, objc.RegisterName("frame")) }

// Maximize does nothing: PlaceOf never says that a window is.
func Maximize(uintptr) {}
