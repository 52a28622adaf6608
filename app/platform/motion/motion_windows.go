package motion

import (
	"context"
	"unsafe"

	"golang.org/x/sys/windows"

	"accesskeys/app/platform/winapi"
)

// getClientAreaAnimation is SPI_GETCLIENTAREAANIMATION, from winuser.h.
const getClientAreaAnimation = 0x1042

// Reduced reports whether the user has turned on reduced motion in the system. It returns false if that is not known.
func Reduced(context.Context) bool {
	animated := int32(1)
	ok, _ := winapi.Call(windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW"),
		getClientAreaAnimation, 0, uintptr(unsafe.Pointer(&animated)), 0)
	return ok != 0 && animated == 0
}
