package shell

import (
	"context"
	"runtime"

	"fyne.io/fyne/v2/driver"

	"accesskeys/app/platform/nativewindow"
)

// attach gets to know the window as the system does, once that has made it.
func (w *window) attach() {
	native, ok := w.win.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) { w.handle = handleOf(context) })
	w.Clipboard.Attach(w.handle)
	w.applyCapture()
}

func handleOf(context any) uintptr {
	switch c := context.(type) {
	case driver.WindowsWindowContext:
		return c.HWND
	case driver.MacWindowContext:
		return c.NSWindow
	case driver.X11WindowContext:
		return c.WindowHandle
	}
	return 0
}

// applyCapture leaves the window out of screenshots, where the system can and the person has not chosen
// otherwise.
func (w *window) applyCapture() {
	if w.handle == 0 || !nativewindow.CanHideFromCapture() {
		return
	}
	if err := nativewindow.HideFromCapture(w.handle, !w.App.Settings.Get().Privacy.AllowCapture); err != nil {
		w.Logger.Warn("leaving the window out of screenshots", "error", err)
	}
}

// look asks the system about the window. It is for the background, where X11 is asked; macOS wants to be
// asked on the UI thread.
func (w *window) look(ctx context.Context, ask func()) error {
	if runtime.GOOS == "darwin" {
		return w.Tasks.CallOnUI(ctx, ask)
	}
	ask()
	return nil
}
