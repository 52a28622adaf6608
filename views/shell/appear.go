package shell

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"accesskeys/app/platform/display"
)

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
