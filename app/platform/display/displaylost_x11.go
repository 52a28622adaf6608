//go:build linux && cgo && (amd64 || arm64)

package display

import "github.com/ebitengine/purego"

// OnDisplayLost sets a function that is called on the drawing thread when the connection to the X server is lost, for
// example at the end of the desktop session. Xlib ends the process when act returns.
func OnDisplayLost(act func()) error {
	library, err := purego.Dlopen("libX11.so.6", purego.RTLD_NOW|purego.RTLD_GLOBAL) // the same library as the toolkit's
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
