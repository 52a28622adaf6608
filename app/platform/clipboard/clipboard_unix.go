//go:build linux || freebsd || netbsd || openbsd

package clipboard

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"runtime"
	"sync"

	"accesskeys/app/platform/wayland"
)

const (
	hint       = "x-kde-passwordManagerHint" // what marks a secret; not KDE alone honours it
	hintSecret = "secret"
)

// unixBoard is the clipboard of the window system that Fyne draws on.
type unixBoard struct {
	x11     *x11Board
	wayland *waylandBoard
	chosen  func() board
}

func newBoard(log *slog.Logger) board {
	u := &unixBoard{x11: &x11Board{log: log}, wayland: &waylandBoard{log: log}}
	u.chosen = sync.OnceValue(func() board {
		if drawsOnWayland() {
			return u.wayland
		}
		return u.x11
	})
	return u
}

func (u *unixBoard) copy(window uintptr, secret string) error {
	return u.chosen().copy(window, secret)
}

func (u *unixBoard) marks() bool { return u.chosen().marks() }

// These choose nothing: one that was never used has nothing to do.

func (u *unixBoard) clear() error { return errors.Join(u.x11.clear(), u.wayland.clear()) }

func (u *unixBoard) leave(ctx context.Context) error {
	return errors.Join(u.x11.leave(ctx), u.wayland.leave(ctx))
}

func (u *unixBoard) held() bool { return u.x11.held() || u.wayland.held() }

func (u *unixBoard) close() {
	u.x11.close()
	u.wayland.close()
}

// drawsOnWayland reports which of Wayland and X11 Fyne draws on. It goes by the rules of Fyne 2.8.1's
// glfw driver (forcePlatform) and GLFW 3.4 (_glfwSelectPlatform) in a build without tags: under
// Wayland, a program on the other one's clipboard is not always listened to.
func drawsOnWayland() bool {
	if runtime.GOOS == "linux" {
		switch os.Getenv("FYNE_PLATFORM") {
		case "x11":
			return false
		case "wayland":
			return true
		}
		if os.Getenv("WAYLAND_DISPLAY") != "" && os.Getenv("DISPLAY") != "" && !decorates() {
			return false
		}
	}
	session := os.Getenv("XDG_SESSION_TYPE")
	if _, set := os.LookupEnv("WAYLAND_DISPLAY"); set && session == "wayland" {
		return true
	}
	if _, set := os.LookupEnv("DISPLAY"); set && session == "x11" {
		return false
	}
	return reachable()
}

// decorates reports whether the compositor draws title bars, as all but GNOME's do, or can't be asked.
func decorates() bool {
	w, globals, err := wayland.Dial()
	if err != nil {
		return true
	}
	w.Close()
	_, does := globals["zxdg_decoration_manager_v1"]
	return does
}

// reachable reports whether there is a compositor.
func reachable() bool {
	w, _, err := wayland.Dial()
	if err != nil {
		return false
	}
	w.Close()
	return true
}
