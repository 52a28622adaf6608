// Package systemwindow is the operating system's view of the window.
package systemwindow

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"accesskeys/app/platform/display"
	"accesskeys/app/platform/nativewindow"
	"accesskeys/app/settings"
	"accesskeys/views/kit/background"
)

// Window is the operating system's window behind a window of the toolkit.
type Window struct {
	win      fyne.Window
	tasks    *background.Tasks
	settings *settings.File
	logger   *slog.Logger
	Handle   uintptr // identifies the window; 0 if the system has no such handle, as on Wayland
}

// New returns the Window of win.
func New(win fyne.Window, t *background.Tasks, s *settings.File, logger *slog.Logger) *Window {
	return &Window{win: win, tasks: t, settings: s, logger: logger}
}

// Attach gets the handle of the window. The system must have made the window before.
func (s *Window) Attach() {
	if native, ok := s.win.(driver.NativeWindow); ok {
		native.RunNative(func(context any) { s.Handle = handleOf(context) })
		s.ApplyCapture()
	}
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

// ApplyCapture hides the window from screenshots, if the system supports that and the user has not turned it off.
func (s *Window) ApplyCapture() {
	if s.Handle == 0 || !nativewindow.CanHideFromCapture() {
		return
	}
	if err := nativewindow.HideFromCapture(s.Handle, !s.settings.Get().Privacy.AllowCapture); err != nil {
		s.logger.Warn("leaving the window out of screenshots", "error", err)
	}
}

// Ask runs a query about the window: on the UI thread on macOS, else on the current one, which must not be the UI thread.
func (s *Window) Ask(ctx context.Context, ask func()) error {
	if runtime.GOOS == "darwin" {
		return s.tasks.CallOnUI(ctx, ask)
	}
	ask()
	return nil
}

// Minimized reports whether the window is minimised.
func (s *Window) Minimized(ctx context.Context) (gone bool) {
	err := s.Ask(ctx, func() { gone = nativewindow.Minimized(s.Handle) })
	return err == nil && gone
}

// Remap raises a window that has no handle, as on Wayland, by hiding and showing it. A program cannot take the keyboard
// or restore its window there, but most compositors put a newly shown window in front.
func (s *Window) Remap() {
	if s.Handle == 0 {
		s.win.Hide()
		s.win.Show()
	}
}

// Make makes the toolkit's window, which connects to the display.
func Make(a fyne.App, title string) (win fyne.Window, err error) {
	err = attempt(display.ErrUnreachable, func() { win = a.NewWindow(title) })
	return win, err
}

// Appear shows the window for the first time. Only then does the toolkit make the system's window.
func (s *Window) Appear() error {
	there := true
	err := attempt(display.ErrNoOpenGL, func() {
		s.win.Show()
		if native, ok := s.win.(driver.NativeWindow); ok {
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
