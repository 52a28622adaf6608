package shell

import (
	"errors"
	"fmt"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/lang"

	"accesskeys/app/platform/display"
)

// NoWindow words in the user's language why no window opens.
func NoWindow(err error) error {
	switch {
	case errors.Is(err, display.ErrNoDisplay):
		return errors.New(lang.L("No window can open because there is no display: start Access Keys on a desktop, or set DISPLAY or WAYLAND_DISPLAY."))
	case errors.Is(err, display.ErrUnreachable):
		return errors.New(lang.L("No window can open because the display cannot be reached: check DISPLAY and WAYLAND_DISPLAY, or log in to the desktop again."))
	case errors.Is(err, display.ErrNoOpenGL) && os.Getenv("LIBGL_ALWAYS_INDIRECT") != "":
		return errors.New(lang.L("No window can open because OpenGL does not work on this display: unset LIBGL_ALWAYS_INDIRECT."))
	case errors.Is(err, display.ErrNoOpenGL) && runtime.GOOS == "windows":
		return errors.New(lang.L("No window can open because OpenGL does not work on this display: install the graphics driver, or put Mesa's opengl32.dll beside the program."))
	case errors.Is(err, display.ErrNoOpenGL):
		return errors.New(lang.L("No window can open because OpenGL does not work on this display: check the graphics driver."))
	}
	return err
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
