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

// platformVariable is the environment variable that tells the toolkit to use Wayland or X11.
const platformVariable = "FYNE_PLATFORM"

// Choose finds out whether a window can open on Wayland and on X11. If only one of them works, Choose sets the environment
// so that the process uses that one. It must be called before the toolkit starts, because the toolkit looks only at the
// environment and panics if it chooses wrongly. The error is ErrNoDisplay, ErrUnreachable or ErrNoOpenGL.
func Choose(log *slog.Logger) error {
	if os.Getenv("WAYLAND_SOCKET") != "" {
		return nil // this is an open connection, which a probe would use up
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

// probeLimit is how long an X server may take to answer. A working one takes milliseconds.
const probeLimit = 10 * time.Second

// limited returns probe's error, or ErrUnreachable if probe takes longer than limit. Xlib waits forever for a server that
// accepts connections but does not answer.
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

// prefer sets the environment so that the toolkit uses platform. It unsets the variable of the other platform, so that
// nothing else uses that.
func prefer(platform, other string, why error, log *slog.Logger) error {
	if !errors.Is(why, ErrNoDisplay) {
		log.Warn("one display does not work, so the other is used", "uses", platform, "ignores", other, "error", why)
	}
	if err := os.Setenv(platformVariable, platform); err != nil {
		return err
	}
	return os.Unsetenv(other)
}

// probeWayland returns an error unless the compositor has the interfaces that every window needs. Without them, Fyne
// 2.8.1 fails, or crashes in a way that cannot be recovered if there is no seat.
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

// FallBack replaces this process by a new one that uses X11. It is for the case that no window opens on Wayland although
// Choose found it working. A new process is needed because the toolkit cannot start a second time. FallBack returns if
// there is no X11.
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
