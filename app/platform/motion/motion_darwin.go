//go:build darwin && !ios

package motion

import (
	"context"

	"github.com/ebitengine/purego/objc"

	"accesskeys/app/platform/cocoa"
)

// Reduced reports whether the user has turned on reduced motion in the system. It returns false if that is not known.
func Reduced(context.Context) bool {
	defer cocoa.AutoreleasePool()()
	workspace := objc.ID(objc.GetClass("NSWorkspace")).Send(objc.RegisterName("sharedWorkspace"))
	return workspace != 0 && objc.Send[bool](workspace, objc.RegisterName("accessibilityDisplayShouldReduceMotion"))
}
