// Package cocoa has what talking to macOS' frameworks takes everywhere.
package cocoa

import (
	"runtime"

	"github.com/ebitengine/purego/objc"
)

// AutoreleasePool makes an autorelease pool for the thread, and returns what drains it, to be called by
// the same goroutine. Only the main thread has one by itself.
func AutoreleasePool() (drain func()) {
	runtime.LockOSThread()
	p := objc.ID(objc.GetClass("NSAutoreleasePool")).Send(objc.RegisterName("new"))
	return func() {
		p.Send(objc.RegisterName("drain"))
		runtime.UnlockOSThread()
	}
}

// String makes of s an NSString that lives as long as the pool.
func String(s string) objc.ID {
	return objc.ID(objc.GetClass("NSString")).Send(objc.RegisterName("stringWithUTF8String:"), s)
}
