//go:build darwin && !ios

package screenlock

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/ebitengine/purego/objc"

	"accesskeys/app/platform/cocoa"
)

// deliverImmediately is NSNotificationSuspensionBehaviorDeliverImmediately. Without it, the notification is delivered only
// when the application is in front again, which is after the screen was unlocked.
const deliverImmediately = 4

// Watch calls away each time the user's session is locked or the machine is about to sleep, until ctx is done, so it
// should run in the background. If the system reports neither, Watch returns at once. It calls away on its own goroutine,
// and sleep does not wait for it: the system notifies the main thread, which must continue so that away can wait for the
// UI.
func Watch(ctx context.Context, log *slog.Logger, away func()) {
	events := make(chan struct{}, 16)
	remove, err := observe(func() {
		select {
		case events <- struct{}{}:
		default: // enough events are waiting
		}
	})
	if err != nil {
		log.Info("no word of the screen lock", "error", err)
		return
	}
	defer remove()
	for {
		select {
		case <-events:
			away()
		case <-ctx.Done():
			return
		}
	}
}

// observe registers tell to be called on the main thread for the relevant notifications, until remove is called.
func observe(tell func()) (remove func(), err error) {
	defer cocoa.AutoreleasePool()()
	screen := objc.ID(objc.GetClass("NSDistributedNotificationCenter")).Send(objc.RegisterName("defaultCenter"))
	workspace := objc.ID(objc.GetClass("NSWorkspace")).Send(objc.RegisterName("sharedWorkspace"))
	power := workspace.Send(objc.RegisterName("notificationCenter"))
	// Without AppKit these are nil, because sending to nil is not an error in Objective-C.
	if screen == 0 || power == 0 {
		return nil, errors.New("no notification centers")
	}
	observer, selector, err := newObserver(tell)
	if err != nil {
		return nil, err
	}
	screen.Send(objc.RegisterName("addObserver:selector:name:object:suspensionBehavior:"),
		observer, selector, cocoa.String("com.apple.screenIsLocked"), objc.ID(0), uint(deliverImmediately))
	for _, name := range []string{
		"NSWorkspaceWillSleepNotification",
		"NSWorkspaceSessionDidResignActiveNotification", // the machine switched to another user
	} {
		power.Send(objc.RegisterName("addObserver:selector:name:object:"),
			observer, selector, cocoa.String(name), objc.ID(0))
	}
	return func() {
		defer cocoa.AutoreleasePool()()
		// The observer itself is not released, because the main thread may be about to call it.
		screen.Send(objc.RegisterName("removeObserver:"), observer)
		power.Send(objc.RegisterName("removeObserver:"), observer)
	}, nil
}

// newObserver creates an object that calls tell when it receives selector.
func newObserver(tell func()) (observer objc.ID, selector objc.SEL, err error) {
	selector = objc.RegisterName("accessKeysTell:")
	// A class is never removed, so its name must be new. The name contains the address of kept, which is not reused
	// because the class's method refers to kept.
	kept := &tell
	class, err := objc.RegisterClass(fmt.Sprintf("AccessKeysSession%p", kept), objc.GetClass("NSObject"), nil, nil,
		[]objc.MethodDef{{Cmd: selector, Fn: func(objc.ID, objc.SEL, objc.ID) { (*kept)() }}})
	if err != nil {
		return 0, 0, err
	}
	return objc.ID(class).Send(objc.RegisterName("new")), selector, nil
}
