//go:build linux || freebsd || netbsd || openbsd

package display

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"syscall"
	"time"

	"accesskeys/app/platform/wayland"
)

// platformVariable tells the toolkit which of the two to use, instead of its own guess.
const platformVariable = "FYNE_PLATFORM"

// Choose finds out which of Wayland and X11 a window can open on. Where that is one of them, it has the process
// use that one, by its environment. Call it before the toolkit starts: that guesses by the environment alone, and
// panics where the guess is wrong. The error is ErrNoDisplay, ErrUnreachable or ErrNoOpenGL.
func Choose(log *slog.Logger) error {
	if os.Getenv("WAYLAND_SOCKET") != "" {
		return nil // an open connection, which can be used only once
	}
	waylandErr, x11Err := ErrNoDisplay, ErrNoDisplay
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		waylandErr = probeWayland()
	}
	if os.Getenv("DISPLAY") != "" {
		x11Err = limited(probeLimit, func() error { return probeX11(waylandErr != nil) })
	}
	switch {
	case waylandErr == nil && x11Err != nil:
		return prefer("wayland", "DISPLAY", x11Err, log)
	case waylandErr != nil && x11Err == nil:
		return prefer("x11", "WAYLAND_DISPLAY", waylandErr, log)
	case errors.Is(x11Err, ErrNoDisplay):
		return waylandErr
	}
	return x11Err
}

// probeLimit is how long an X server may take to answer. One that works takes milliseconds.
const probeLimit = 10 * time.Second

// limited returns probe's error, or ErrUnreachable where probe takes longer than limit: Xlib waits forever for a server
// that takes connections and says nothing.
func limited(limit time.Duration, probe func() error) error {
	answer := make(chan error, 1)
	go func() { answer <- probe() }()
	select {
	case err := <-answer:
		return err
	case <-time.After(limit):
		return fmt.Errorf("%w: no answer in %s", ErrUnreachable, limit)
	}
}

// prefer has the toolkit use a platform, and everything else not see the other one.
func prefer(platform, other string, why error, log *slog.Logger) error {
	if !errors.Is(why, ErrNoDisplay) {
		log.Warn("one display does not work, so the other is used", "uses", platform, "ignores", other, "error", why)
	}
	if err := os.Setenv(platformVariable, platform); err != nil {
		return err
	}
	return os.Unsetenv(other)
}

// probeWayland asks the compositor whether it has what every window there is made from. Fyne 2.8.1 fails without, and
// crashes without a seat, where no panic can be recovered.
func probeWayland() error {
	wire, globals, err := wayland.Dial()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	wire.Close()
	for _, kind := range []string{"wl_compositor", "wl_seat", "wl_shm", "xdg_wm_base"} {
		if _, has := globals[kind]; !has {
			return fmt.Errorf("%w: the compositor has no %s", ErrUnreachable, kind)
		}
	}
	return nil
}

// FallBack starts the program again on X11, in place of this process, where no window opened on Wayland though that
// seemed to work. It returns if there is nothing to fall back to. The toolkit itself cannot start a second time.
func FallBack(why error, log *slog.Logger) {
	if os.Getenv("WAYLAND_DISPLAY") == "" || os.Getenv("DISPLAY") == "" {
		return
	}
	path, err := os.Executable()
	if err != nil {
		return
	}
	if prefer("x11", "WAYLAND_DISPLAY", why, log) == nil {
		_ = syscall.Exec(path, os.Args, os.Environ())
	}
}
