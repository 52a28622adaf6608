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

// systemWindow is the window as the system knows it.
type systemWindow struct {
	config *Config
	page   *page.Window
	frame  *frame
	handle uintptr // what the system calls the window; 0 where it has no such name
}

// attach gets to know the window as the system does, once that has made it.
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

// applyCapture leaves the window out of screenshots, where the system can and the user has not chosen
// otherwise.
func (s *systemWindow) applyCapture() {
	if s.handle == 0 || !nativewindow.CanHideFromCapture() {
		return
	}
	if err := nativewindow.HideFromCapture(s.handle, !s.config.App.Settings.Get().Privacy.AllowCapture); err != nil {
		s.config.Logger.Warn("leaving the window out of screenshots", "error", err)
	}
}

// ask asks the system about the window. It is for the background, where X11 is asked; macOS wants to be
// asked on the UI thread.
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

// remap raises a window that has no handle, as on Wayland: there a program cannot take the keyboard or a window out of
// the task bar, but what it newly shows comes in front, as far as the compositor allows.
func (s *systemWindow) remap() {
	if s.handle == 0 {
		s.frame.win.Hide()
		s.frame.win.Show()
	}
}

// makeWindow makes the window of the toolkit, which connects to the display for that.
func makeWindow(a fyne.App) (win fyne.Window, err error) {
	err = attempt(display.ErrUnreachable, func() { win = a.NewWindow(AppName()) })
	return win, err
}

// appear shows the window for the first time. Only then is it made in the system.
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

// isThere reports whether the system has made a window, which the toolkit returns no error for.
func isThere(context any) bool {
	if wayland, ok := context.(driver.WaylandWindowContext); ok {
		return wayland.WaylandSurface != 0
	}
	return handleOf(context) != 0
}

// attempt does what makes the toolkit panic where the display does not do, and returns failure for a panic.
func attempt(failure error, do func()) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%w: %v", failure, fault)
		}
	}()
	do()
	return nil
}
