// Package cocoa has helpers for calling the frameworks of macOS.
package cocoa

import (
	"runtime"

	"github.com/ebitengine/purego/objc"
)

// AutoreleasePool creates an autorelease pool for the current thread and returns a function that drains it. The same
// goroutine must call that function. Only the main thread has a pool by itself.
func AutoreleasePool() (drain func()) {
	runtime.LockOSThread()
	p := objc.ID(objc.GetClass("NSAutoreleasePool")).Send(objc.RegisterName("new"))
	return func() {
		p.Send(objc.RegisterName("drain"))
		runtime.UnlockOSThread()
	}
}

// String returns s as an NSString that lives as long as the autorelease pool.
func String(s string) objc.ID {
	return objc.ID(objc.GetClass("NSString")).Send(objc.RegisterName("stringWithUTF8String:"), s)
}
