package shell

import (
	"context"
	"fmt"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"accesskeys/app/platform/display"
	"accesskeys/app/platform/nativewindow"
	"accesskeys/views/kit/page"
)

// systemWindow is the operating system's view of the window.
type systemWindow struct {
	config *Config
	page   *page.Window
	frame  *frame
	handle uintptr // identifies the window; 0 if the system has no such handle, as on Wayland
}

// attach gets the handle of the window. The system must have made the window before.
func (s *systemWindow) attach() {
	native, ok := s.frame.win.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) { s.handle = handleOf(context) })
	s.config.Clipboard.Attach(s.handle)
	s.applyCapture()
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

// applyCapture hides the window from screenshots, if the system supports that and the user has not turned it off.
func (s *systemWindow) applyCapture() {
	if s.handle == 0 || !nativewindow.CanHideFromCapture() {
		return
	}
	if err := nativewindow.HideFromCapture(s.handle, !s.config.App.Settings.Get().Privacy.AllowCapture); err != nil {
		s.config.Logger.Warn("leaving the window out of screenshots", "error", err)
	}
}

// ask runs a query about the window: on the UI thread on macOS, else on the current one, which must not be the UI thread.
func (s *systemWindow) ask(ctx context.Context, ask func()) error {
	if runtime.GOOS == "darwin" {
		return s.page.Tasks.CallOnUI(ctx, ask)
	}
	ask()
	return nil
}

func (s *systemWindow) minimized(ctx context.Context) (gone bool) {
	err := s.ask(ctx, func() { gone = nativewindow.Minimized(s.handle) })
	return err == nil && gone
}

// remap raises a window that has no handle, as on Wayland, by hiding and showing it. A program cannot take the keyboard
// or restore its window there, but most compositors put a newly shown window in front.
func (s *systemWindow) remap() {
	if s.handle == 0 {
		s.frame.win.Hide()
		s.frame.win.Show()
	}
}

// makeWindow makes the toolkit's window, which connects to the display.
func makeWindow(a fyne.App) (win fyne.Window, err error) {
	err = attempt(display.ErrUnreachable, func() { win = a.NewWindow(AppName()) })
	return win, err
}

// appear shows the window for the first time. Only then does the toolkit make the system's window.
func (s *systemWindow) appear() error {
	there := true
	err := attempt(display.ErrNoOpenGL, func() {
		s.frame.win.Show()
		if native, ok := s.frame.win.(driver.NativeWindow); ok {
			native.RunNative(func(context any) { there = isThere(context) })
		}
	})
	if err == nil && !there {
		return display.ErrNoOpenGL
	}
	return err
}

// isThere reports whether the system has made the window. The toolkit returns no error if it has not.
func isThere(context any) bool {
	if wayland, ok := context.(driver.WaylandWindowContext); ok {
		return wayland.WaylandSurface != 0
	}
	return handleOf(context) != 0
}

// attempt calls do, in which the toolkit panics on an unsuitable display. It returns a panic as an error of failure.
func attempt(failure error, do func()) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%w: %v", failure, fault)
		}
	}()
	do()
	return nil
}
