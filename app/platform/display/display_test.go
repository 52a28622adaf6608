//go:build linux

package display_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/display"
	"accesskeys/app/platform/platformtest"
)

// xServer starts an X server and returns its DISPLAY. The server does not reset when its last client disconnects, because
// it accepts no connections meanwhile.
func xServer(t *testing.T, args ...string) string {
	t.Helper()
	server := exec.Command("Xvfb", append([]string{"-noreset", "-displayfd", "1", "-screen", "0", "320x240x24", "-nolisten", "tcp"}, args...)...)
	out, err := server.StdoutPipe()
	check.Must(t, err)
	platformtest.StartProgram(t, server)
	number, err := bufio.NewReader(out).ReadString('\n')
	check.Must(t, err)
	return ":" + strings.TrimSpace(number)
}

func TestDisplayStaysOpenForTheToolkit(t *testing.T) {
	t.Setenv("WAYLAND_SOCKET", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("DISPLAY", xServer(t, "-terminate")) // ends when its last client disconnects
	t.Setenv("FYNE_PLATFORM", "")
	for i := range 20 { // the server takes a moment to end
		if err := display.Choose(slog.New(slog.DiscardHandler)); err != nil {
			t.Fatalf("after %d times the display does not work: %v", i, err)
		}
	}
}

func TestDisplayIsOneThatWorks(t *testing.T) {
	const none = ":59997"
	good, bare := xServer(t), xServer(t, "-extension", "GLX")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	t.Setenv("WAYLAND_SOCKET", "")
	for name, c := range map[string]struct {
		wayland, x11 string
		want         error
		platform     string
	}{
		"X11":                        {x11: good, platform: "x11"},
		"nothing":                    {want: display.ErrNoDisplay},
		"no X server":                {x11: none, want: display.ErrUnreachable},
		"no GLX":                     {x11: bare, want: display.ErrNoOpenGL},
		"no compositor":              {wayland: "wayland-7", want: display.ErrUnreachable},
		"no compositor but X11":      {wayland: "wayland-7", x11: good, platform: "x11"},
		"no compositor, no X server": {wayland: "wayland-7", x11: none, want: display.ErrUnreachable},
		"no compositor, no GLX":      {wayland: "wayland-7", x11: bare, want: display.ErrNoOpenGL},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("WAYLAND_DISPLAY", c.wayland)
			t.Setenv("DISPLAY", c.x11)
			t.Setenv("FYNE_PLATFORM", "wayland")
			if err := display.Choose(slog.New(slog.DiscardHandler)); !errors.Is(err, c.want) {
				t.Errorf("got the error %v, want %v", err, c.want)
			}
			if got := os.Getenv("FYNE_PLATFORM"); c.want == nil && got != c.platform {
				t.Errorf("the toolkit is to use %q, want %q", got, c.platform)
			}
			if c.platform == "x11" && os.Getenv("WAYLAND_DISPLAY") != "" {
				t.Error("WAYLAND_DISPLAY is still set")
			}
		})
	}
}

// TestCompositorThatMakesNoWindows uses compositors that answer but lack interfaces that a window needs.
func TestCompositorThatMakesNoWindows(t *testing.T) {
	t.Setenv("WAYLAND_SOCKET", "")
	x11 := xServer(t)
	// Its answer to the requests for the registry, object 2, and for a callback, object 3, which is done.
	nothing := "\x03\x00\x00\x00\x00\x00\x0c\x00\x00\x00\x00\x00"
	for name, said := range map[string]string{"says nothing": "", "has nothing": nothing} {
		t.Run(name, func(t *testing.T) {
			socket := filepath.Join(t.TempDir(), "w")
			listener, err := net.Listen("unix", socket)
			check.Must(t, err)
			defer listener.Close()
			go func() {
				for {
					conn, err := listener.Accept()
					if err != nil {
						return
					}
					_, _ = io.WriteString(conn, said)
					_ = conn.(*net.UnixConn).CloseWrite()
				}
			}()
			t.Setenv("FYNE_PLATFORM", "wayland")
			t.Setenv("WAYLAND_DISPLAY", socket)
			t.Setenv("DISPLAY", x11)
			check.Must(t, display.Choose(slog.New(slog.DiscardHandler)))
			if got := os.Getenv("FYNE_PLATFORM"); got != "x11" {
				t.Errorf("the toolkit is to use %q", got)
			}
			t.Setenv("DISPLAY", "")
			t.Setenv("WAYLAND_DISPLAY", socket)
			if err := display.Choose(slog.New(slog.DiscardHandler)); !errors.Is(err, display.ErrUnreachable) {
				t.Errorf("without another display, got the error %v", err)
			}
		})
	}
}

// fallBack is the role of TestStartAgainOnX11's child.
func fallBack() error {
	if os.Getenv("FYNE_PLATFORM") == "" {
		display.FallBack(display.ErrNoOpenGL, slog.New(slog.DiscardHandler))
	}
	fmt.Printf("%d on %q, %q, %q\n", os.Getpid(), os.Getenv("FYNE_PLATFORM"), os.Getenv("WAYLAND_DISPLAY"), os.Getenv("DISPLAY"))
	return nil
}

func TestStartAgainOnX11(t *testing.T) {
	for _, c := range []struct{ wayland, x11, want string }{
		{"wayland-7", ":7", `on "x11", "", ":7"`},
		{"wayland-7", "", `on "", "wayland-7", ""`},
		{"", ":7", `on "", "", ":7"`},
	} {
		cmd := exec.Command(os.Args[0], "-test.run", "^TestRole$")
		cmd.Env = append(os.Environ(), platformtest.RoleEnv+"=fall back", "FYNE_PLATFORM=", "WAYLAND_DISPLAY="+c.wayland, "DISPLAY="+c.x11)
		out, err := cmd.CombinedOutput()
		check.Must(t, err)
		line, _, _ := strings.Cut(string(out), "\n")
		if want := fmt.Sprintf("%d %s", cmd.Process.Pid, c.want); line != want {
			t.Errorf("with %q and %q it goes on as %s, want %s", c.wayland, c.x11, line, want)
		}
	}
}

// TestRole is not a test but what the processes of the tests above do.
func TestRole(t *testing.T) {
	platformtest.Play(t, map[string]func() error{"fall back": fallBack, "tell": tellAndEnd})
}
