//go:build linux

package e2e

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// inVain starts the program where no window can open, and returns its output.
func (d *desk) inVain(env ...string) string {
	d.t.Helper()
	cmd := d.command(program)
	cmd.Env = append(append([]string{}, d.env...), env...)
	log := &logBuffer{}
	cmd.Stdout, cmd.Stderr = log, log
	must(d.t, cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 1 {
			d.t.Errorf("with %q it ended with %v", env, err)
		}
	case <-time.After(allPatience):
		_ = cmd.Process.Kill()
		<-ended
		d.t.Errorf("with %q it goes on without a window", env)
	}
	return log.String()
}

func TestStartWithoutAWindow(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	bare := d.firstLine(d.command("Xvfb", "-noreset", "-displayfd", "1", "-screen", "0", "320x240x24", "-nolisten", "tcp", "-extension", "GLX"))
	const (
		begin  = "access-keys: No window can open because "
		driver = begin + "OpenGL does not work on this display: check the graphics driver.\n"
		direct = begin + "OpenGL does not work on this display: unset LIBGL_ALWAYS_INDIRECT.\n"
		gone   = begin + "the display cannot be reached: check DISPLAY and WAYLAND_DISPLAY, or log in to the desktop again.\n"
		none   = begin + "there is no display: start Access Keys on a desktop, or set DISPLAY or WAYLAND_DISPLAY.\n"
	)
	for _, c := range []struct{ env, want string }{
		{"DISPLAY=:" + bare, driver}, {"LIBGL_ALWAYS_INDIRECT=1", direct}, {"DISPLAY=:59996", gone}, {"DISPLAY=", none},
	} {
		if said := d.inVain(c.env); said != c.want {
			t.Errorf("with %s it said %q, want %q", c.env, said, c.want)
		}
	}
	if said := d.inVain("DISPLAY=:59996", "LANG=zh_CN.UTF-8", "LC_ALL=zh_CN.UTF-8", "LANGUAGE=zh_CN"); !strings.Contains(said, "无法打开窗口") {
		t.Errorf("in Chinese it said %q", said)
	}
	sockets, err := filepath.Glob(filepath.Join(d.home, "run", "*.sock"))
	must(t, err)
	if len(sockets) != 0 {
		t.Errorf("it left %v", sockets)
	}

	// What does not work is passed over where there is something that does.
	d.env = append(d.env, "WAYLAND_DISPLAY=wayland-7", "XDG_SESSION_TYPE=wayland", "FYNE_FONT=/dev/null", "FYNE_FONT_MONOSPACE="+d.home)
	r := d.open()
	r.settled()
	r.waitLog("uses=x11", 1)
	r.waitLog("ignoring a font", 2)
	d.again()
	r.wait("the window in front", r.window.InFront)
}
