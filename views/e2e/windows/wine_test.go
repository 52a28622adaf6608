//go:build wine

package windows

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"accesskeys/views/e2e/x11"
)

// wine is a fresh Wine setup on a display of its own.
type wine struct {
	dir     string // with what was built
	prefix  string // Wine's drive C and registry
	env     []string
	display *x11.Display
	started []*exec.Cmd // that go on until the end
}

func newWine(dir string) (w *wine, err error) {
	w = &wine{dir: dir, prefix: filepath.Join(dir, "prefix")}
	w.env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "LC_ALL=C.UTF-8", "FYNE_THEME=light",
		"XDG_SESSION_TYPE=x11", "LIBGL_ALWAYS_SOFTWARE=1",
		"WINEPREFIX=" + w.prefix, "WINEARCH=win64", "WINEDEBUG=-all",
		// Without offers to download Mono and Gecko, and without entries in the desktop's menus.
		"WINEDLLOVERRIDES=mscoree,mshtml,winemenubuilder.exe=",
	}
	defer func() {
		if err != nil {
			w.close()
		}
	}()
	if err := w.openDisplay(); err != nil {
		return w, err
	}
	return w, w.install()
}

func (w *wine) openDisplay() error {
	name, err := w.startXvfb("-screen", "0", "1400x900x24")
	if err != nil {
		return err
	}
	w.env = append(w.env, "DISPLAY="+name)
	if w.display, err = x11.Open(name); err != nil {
		return err
	}
	return w.start(w.command("openbox", "--sm-disable"))
}

// startXvfb starts an X server and returns the name of its display.
func (w *wine) startXvfb(args ...string) (display string, err error) {
	xvfb := w.command("Xvfb", append([]string{"-displayfd", "1", "-nolisten", "tcp"}, args...)...)
	out, err := xvfb.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := w.start(xvfb); err != nil {
		return "", err
	}
	number, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("Xvfb did not start: %w", err)
	}
	return ":" + strings.TrimSpace(number), nil
}

// install makes drive C, and has Wine's server run on between programs, and with it what they share, also while a
// package is built for minutes. Should the tests end without ending it, it does so itself.
func (w *wine) install() error {
	if err := os.Mkdir(w.prefix, 0o700); err != nil {
		return err
	}
	if err := w.command("wineserver", "--persistent=600").Run(); err != nil {
		return fmt.Errorf("starting Wine's server: %w", err)
	}
	// The first program has Wine set itself up. To start wineboot for that would do it twice, and start a second manager
	// of services beside the first. What it prints goes nowhere: the services would hold a pipe open for good. Wine 8 is a
	// Windows 7 unless it is told otherwise.
	if err := w.command("wine", "winecfg", "-v", "win10").Run(); err != nil {
		return fmt.Errorf("setting up Wine as a Windows 10: %w", err)
	}
	return w.addMissing("bcryptprimitives.dll")
}

// addMissing adds a file to the system's, where this Wine does not have it.
func (w *wine) addMissing(name string) error {
	to := filepath.Join(w.prefix, "drive_c/windows/system32", name)
	if _, err := os.Stat(to); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	data, err := os.ReadFile(filepath.Join(w.dir, name))
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}

// program returns a command for one of the programs that were built. It is not started.
func (w *wine) program(name string, args ...string) *exec.Cmd {
	return w.command("wine", append([]string{filepath.Join(w.dir, name+".exe")}, args...)...)
}

func (w *wine) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = w.env
	return cmd
}

// start starts a program that runs until the end of the tests.
func (w *wine) start(cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	w.started = append(w.started, cmd)
	return nil
}

// close ends everything that runs on Wine, then Wine, then the display.
func (w *wine) close() {
	_ = w.command("wineserver", "--kill").Run()
	if w.display != nil {
		w.display.Close()
	}
	for i := len(w.started) - 1; i >= 0; i-- {
		cmd := w.started[i]
		_ = cmd.Process.Signal(os.Interrupt)
		stop := time.AfterFunc(5*time.Second, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait()
		stop.Stop()
	}
}
