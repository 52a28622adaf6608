//go:build linux && cgo && (amd64 || arm64)

package display

import "github.com/ebitengine/purego"

// OnDisplayLost has act called, on the thread that draws, when the connection to the X server is lost, such as at the
// end of the desktop session. The process cannot go on after that: without act, Xlib ends it at once.
func OnDisplayLost(act func()) error {
	library, err := purego.Dlopen("libX11.so.6", purego.RTLD_NOW|purego.RTLD_GLOBAL) // the toolkit's own
	if err != nil {
		return err
	}
	handler, err := purego.Dlsym(library, "XSetIOErrorHandler")
	if err != nil {
		return err
	}
	purego.SyscallN(handler, purego.NewCallback(func(display uintptr) uintptr {
		act()
		return 0
	}))
	return nil
}
