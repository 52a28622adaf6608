package words

import (
	"errors"
	"os"
	"runtime"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/platform/display"
)

// NoWindow says in the user's language why no window opens.
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
