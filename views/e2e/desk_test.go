package e2e

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"accesskeys/views/e2e/x11"
)

const (
	patience    = 20 * time.Second // how long to wait for anything
	allPatience = time.Minute      // how long to wait for a window to open and be drawn, which is slow on a busy machine
)

// desk is a user's desktop: a display with a window manager, a home directory, and a session bus with an unlocked
// keyring, unless the test wants none.
type desk struct {
	t       testing.TB
	home    string
	env     []string
	display *x11.Display
	xvfb    *exec.Cmd // which display is on
	keyring *exec.Cmd
	bus     string // the session bus's address
}

func newDesk(t testing.TB, withKeyring bool) *desk {
	t.Helper()
	home := t.TempDir()
	runtime := filepath.Join(home, "run")
	for _, dir := range []string{runtime, filepath.Join(home, "cache")} {
		must(t, os.Mkdir(dir, 0o700))
	}
	d := &desk{t: t, home: home, env: []string{
		"HOME=" + home, "XDG_RUNTIME_DIR=" + runtime, "XDG_CONFIG_HOME=" + home + "/config",
		"XDG_DATA_HOME=" + home + "/data", "XDG_CACHE_HOME=" + home + "/cache", "PATH=" + os.Getenv("PATH"),
		"LANG=en_US.UTF-8", "LC_ALL=en_US.UTF-8", "LANGUAGE=en_US", "FYNE_THEME=light",
		"XDG_SESSION_TYPE=x11", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1", "GORACE=" + os.Getenv("GORACE"),
	}}
	d.startDisplay("1400x900")
	if withKeyring {
		d.startKeyring()
	}
	return d
}

// startDisplay starts a display of this size, on which the desk's programs open from now on.
func (d *desk) startDisplay(size string) {
	d.t.Helper()
	// -r turns key repetition off: on a busy machine, a key stays down long enough to repeat.
	d.xvfb = d.command("Xvfb", "-r", "-displayfd", "1", "-screen", "0", size+"x24", "-nolisten", "tcp")
	number := d.firstLine(d.xvfb)
	d.env = append(d.env, "DISPLAY=:"+number)
	display, err := x11.Open(":" + number)
	must(d.t, err)
	d.t.Cleanup(display.Close)
	d.display = display
	d.run(d.command("openbox", "--sm-disable"))
}

// command returns a command with the desk's environment. It is not started.
func (d *desk) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = d.env
	return cmd
}

// run starts a program that runs until the test ends.
func (d *desk) run(cmd *exec.Cmd) {
	d.t.Helper()
	must(d.t, cmd.Start())
	d.stopAtEnd(cmd)
}

// firstLine starts a program that runs until the test ends, and returns the first line that it prints.
func (d *desk) firstLine(cmd *exec.Cmd) string {
	d.t.Helper()
	out, err := cmd.StdoutPipe()
	must(d.t, err)
	d.run(cmd)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		d.t.Fatalf("%s did not start: %v", cmd.Path, err)
	}
	return strings.TrimSpace(line)
}

func (d *desk) stopAtEnd(cmd *exec.Cmd) {
	d.t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		stop := time.AfterFunc(5*time.Second, func() { _ = cmd.Process.Kill() })
		defer stop.Stop()
		_ = cmd.Wait()
	})
}

// wait waits until a condition holds.
func (d *desk) wait(what string, so func() bool) {
	d.t.Helper()
	d.waitFor(what, patience, so)
}

func (d *desk) waitFor(what string, limit time.Duration, so func() bool) {
	d.t.Helper()
	for deadline := time.Now().Add(limit); !so(); time.Sleep(25 * time.Millisecond) {
		if time.Now().After(deadline) {
			d.t.Fatalf("waited in vain for %s", what)
		}
	}
}

// clipboard returns what another program would paste.
func (d *desk) clipboard() string { return d.clipboardAs("UTF8_STRING") }

// clipboardAs returns what the clipboard holds in a format, or nothing.
func (d *desk) clipboardAs(format string) string {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "xclip", "-selection", "clipboard", "-out", "-target", format)
	cmd.Env = d.env
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	return string(out)
}

// files returns every file under the desk's home that the program may have written, with its content.
func (d *desk) files() map[string]string {
	found := map[string]string{}
	err := filepath.WalkDir(d.home, func(path string, entry os.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("reading what was written: %w", err)
		}
		found[strings.TrimPrefix(path, d.home)] = string(data)
		return nil
	})
	must(d.t, err)
	return found
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
