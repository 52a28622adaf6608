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

// The methods below call both boards, which do nothing if they were never used. So they need not choose one.

func (u *unixBoard) clear() error { return errors.Join(u.x11.clear(), u.wayland.clear()) }

func (u *unixBoard) removeBlank(ctx context.Context) error {
	return errors.Join(u.x11.removeBlank(ctx), u.wayland.removeBlank(ctx))
}

func (u *unixBoard) held() bool { return u.x11.held() || u.wayland.held() }

func (u *unixBoard) close() {
	u.x11.close()
	u.wayland.close()
}

// drawsOnWayland reports whether Fyne draws on Wayland rather than X11. It follows the rules of the glfw driver of Fyne
// 2.8.1 (forcePlatform) and of GLFW 3.4 (_glfwSelectPlatform) in a build without tags. The clipboard must be on the same
// platform as the window, because compositors do not always accept the other one's.
func drawsOnWayland() bool {
	if runtime.GOOS == "linux" {
		switch os.Getenv("FYNE_PLATFORM") {
		case "x11":
			return false
		case "wayland":
			return true
		}
		if os.Getenv("WAYLAND_DISPLAY") != "" && os.Getenv("DISPLAY") != "" && !mayDecorate() {
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
	return hasCompositor()
}

// mayDecorate reports whether the compositor draws title bars, as all except GNOME's do, or cannot be asked.
func mayDecorate() bool {
	w, globals, err := wayland.Dial()
	if err != nil {
		return true
	}
	w.Close()
	_, decorates := globals["zxdg_decoration_manager_v1"]
	return decorates
}

// hasCompositor reports whether a compositor can be reached.
func hasCompositor() bool {
	w, _, err := wayland.Dial()
	if err != nil {
		return false
	}
	w.Close()
	return true
}
