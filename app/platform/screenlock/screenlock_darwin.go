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

// deliverImmediately is NSNotificationSuspensionBehaviorDeliverImmediately. Without it the notification
// waits until the application is in front again, which is after the screen was unlocked.
const deliverImmediately = 4

// Watch calls away each time the user's session is locked or the machine is about to sleep, until ctx
// ends; where the system says neither, it returns at once. It blocks: run it in the background. It calls
// away from the goroutine that called Watch, and sleep does not wait for it: the system tells the main
// thread, which must go on for away to be able to wait for the UI.
func Watch(ctx context.Context, log *slog.Logger, away func()) {
	events := make(chan struct{}, 16)
	remove, err := observe(func() {
		select {
		case events <- struct{}{}:
		default: // there are enough to come
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

// observe has tell called, on the main thread, for the notifications that matter, until remove is called.
func observe(tell func()) (remove func(), err error) {
	defer cocoa.AutoreleasePool()()
	screen := objc.ID(objc.GetClass("NSDistributedNotificationCenter")).Send(objc.RegisterName("defaultCenter"))
	workspace := objc.ID(objc.GetClass("NSWorkspace")).Send(objc.RegisterName("sharedWorkspace"))
	power := workspace.Send(objc.RegisterName("notificationCenter"))
	// Sending to nil is no error in Objective-C: without AppKit, these are nil.
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
		"NSWorkspaceSessionDidResignActiveNotification", // another person uses the machine from now on
	} {
		power.Send(objc.RegisterName("addObserver:selector:name:object:"),
			observer, selector, cocoa.String(name), objc.ID(0))
	}
	return func() {
		defer cocoa.AutoreleasePool()()
		// The observer itself stays: the main thread may be about to call it.
		screen.Send(objc.RegisterName("removeObserver:"), observer)
		power.Send(objc.RegisterName("removeObserver:"), observer)
	}, nil
}

// newObserver makes an object that calls tell whenever it is sent selector.
func newObserver(tell func()) (observer objc.ID, selector objc.SEL, err error) {
	selector = objc.RegisterName("accessKeysTell:")
	// A class stays for good, and its name must be new. It is that of where tell is kept, which stays for
	// good as well: the method holds on to it.
	kept := &tell
	class, err := objc.RegisterClass(fmt.Sprintf("AccessKeysSession%p", kept), objc.GetClass("NSObject"), nil, nil,
		[]objc.MethodDef{{Cmd: selector, Fn: func(objc.ID, objc.SEL, objc.ID) { (*kept)() }}})
	if err != nil {
		return 0, 0, err
	}
	return objc.ID(class).Send(objc.RegisterName("new")), selector, nil
}
