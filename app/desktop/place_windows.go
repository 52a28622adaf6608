package desktop

import (
	"image"
	"unsafe"

	"golang.org/x/sys/windows"
)

const (
	showMaximized = 3 // SW_SHOWMAXIMIZED
	primary       = 1 // MONITORINFOF_PRIMARY
)

// monitorInfo is MONITORINFO.
type monitorInfo struct {
	size          uint32
	monitor, work windows.Rect
	flags         uint32
}

// PlaceOf returns where a window is; false where that cannot be told, as while it is minimised. window is
// the HWND.
func PlaceOf(window uintptr) (Place, bool) {
	user := windows.NewLazySystemDLL("user32.dll")
	visible, _ := callIfThere(user.NewProc("IsWindowVisible"), window)
	if visible == 0 || Minimized(window) {
		return Place{}, false
	}
	var frame windows.Rect
	var at struct{ x, y int32 }
	framed, _, _ := user.NewProc("GetWindowRect").Call(window, uintptr(unsafe.Pointer(&frame)))
	placed, _, _ := user.NewProc("ClientToScreen").Call(window, uintptr(unsafe.Pointer(&at)))
	zoomed, _ := callIfThere(user.NewProc("IsZoomed"), window)
	return Place{At: image.Pt(int(at.x), int(at.y)), Top: int(at.y - frame.Top), Maximized: zoomed != 0},
		framed != 0 && placed != 0
}

// Screens returns the room for windows on each screen, the first one first; none where that cannot be told.
func Screens() []image.Rectangle {
	user := windows.NewLazySystemDLL("user32.dll")
	info := user.NewProc("GetMonitorInfoW")
	var all []image.Rectangle
	each := windows.NewCallback(func(monitor, _, _, _ uintptr) uintptr {
		m := monitorInfo{size: uint32(unsafe.Sizeof(monitorInfo{}))}
		if ok, _, _ := info.Call(monitor, uintptr(unsafe.Pointer(&m))); ok != 0 {
			room := image.Rect(int(m.work.Left), int(m.work.Top), int(m.work.Right), int(m.work.Bottom))
			if m.flags&primary != 0 {
				all = append([]image.Rectangle{room}, all...)
			} else {
				all = append(all, room)
			}
		}
		return 1
	})
	_, _ = callIfThere(user.NewProc("EnumDisplayMonitors"), 0, 0, each, 0)
	return all
}

// Maximize maximises a window that is on screen. window is the HWND.
func Maximize(window uintptr) {
	_, _ = callIfThere(windows.NewLazySystemDLL("user32.dll").NewProc("ShowWindow"), window, showMaximized)
}
