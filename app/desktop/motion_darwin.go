//go:build darwin && !ios

package desktop

import (
	"context"

	"github.com/ebitengine/purego/objc"
)

// ReducedMotion reports whether the person has asked the system that nothing moves; false where that cannot
// be told.
func ReducedMotion(context.Context) bool {
	defer autoreleasePool()()
	workspace := objc.ID(objc.GetClass("NSWorkspace")).Send(objc.RegisterName("sharedWorkspace"))
	return workspace != 0 && objc.Send[bool](workspace, objc.RegisterName("accessibilityDisplayShouldReduceMotion"))
}
