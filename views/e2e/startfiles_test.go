//go:build unix

package e2e

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"accesskeys/views/e2e/x11"
)

// quietly starts the program with the log that a user has, and waits for its window.
func (d *desk) quietly(env []string, args ...string) *running {
	d.t.Helper()
	r := &running{desk: d, log: &logBuffer{}, ended: make(chan struct{})}
	r.cmd = d.command(program, args...)
	r.cmd.Env = env
	r.cmd.Dir = d.t.TempDir()
	r.cmd.Stdout, r.cmd.Stderr = r.log, r.log
	r.begin()
	return r
}

// endQuietly ends the program as the end of a session does. It checks that the program has printed nothing, and has left
// no file in the directory that it was started in.
func (r *running) endQuietly(name string) {
	r.t.Helper()
	r.settled()
	must(r.t, r.cmd.Process.Signal(syscall.SIGTERM))
	r.waitEnd()
	if printed := r.log.String(); printed != "" {
		r.t.Errorf("%s: it printed\n%s", name, printed)
	}
	if left, err := os.ReadDir(r.cmd.Dir); err != nil || len(left) != 0 {
		r.t.Errorf("%s: it left %v in the current directory, %v", name, left, err)
	}
}

// without returns the desk's environment with some variables removed and others added.
func (d *desk) without(names []string, with ...string) []string {
	env := slices.DeleteFunc(slices.Clone(d.env), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains(names, name)
	})
	return append(env, with...)
}

var homeVariables = []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}

func TestStartWithoutADirectory(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	for _, c := range []struct {
		name string
		env  []string
		args []string
	}{
		{"no HOME", d.without(homeVariables), nil},
		{"no HOME with a demo", d.without(homeVariables), []string{"--demo"}},
		{"HOME is a file", d.without(homeVariables, "HOME="+file), nil},
		{"HOME cannot be written to", d.without(homeVariables, "HOME=/proc", "XDG_RUNTIME_DIR=run"), nil},
	} {
		d.quietly(c.env, c.args...).endQuietly(c.name)
	}

	home := t.TempDir()
	relative := []string{"HOME=" + home, "XDG_CONFIG_HOME=config", "XDG_CACHE_HOME=cache", "XDG_RUNTIME_DIR=run"}
	d.quietly(d.without(homeVariables, relative...)).endQuietly("relative directories")
	if _, err := os.Stat(filepath.Join(home, ".config", "access-keys")); err != nil {
		t.Errorf("relative directories are not ignored: %v", err)
	}
}

func TestStartPrintsNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	home := t.TempDir() // without .cache, and there is no session bus
	env := d.without(homeVariables, "HOME="+home, "XDG_RUNTIME_DIR="+filepath.Join(d.home, "run"))
	d.quietly(env).endQuietly("a new home")
	toolkit := filepath.Join(home, ".config", "fyne", "io.github.access_keys.AccessKeys")
	for _, content := range []string{"", `{"half`} {
		path := filepath.Join(toolkit, "preferences.json")
		must(t, os.MkdirAll(toolkit, 0o700))
		must(t, os.WriteFile(path, []byte(content), 0o600))
		d.quietly(env).endQuietly("preferences that are half written")
		if left, err := os.ReadFile(path); err == nil {
			t.Errorf("the toolkit's preferences are still %q", left)
		}
	}
}

func TestStandardErrorWithoutAReader(t *testing.T) {
	t.Parallel()
	d := newDesk(t, false)
	read, write, err := os.Pipe()
	must(t, err)
	r := &running{desk: d, log: &logBuffer{}, ended: make(chan struct{})}
	r.cmd = d.command(program, "--demo", "--log-level", "debug")
	r.cmd.Stderr = write
	r.begin()
	must(t, write.Close())
	lines := bufio.NewScanner(read)
	for lines.Scan() && !strings.Contains(lines.Text(), "keys on screen") {
	}
	must(t, read.Close())
	shown := r.settled()
	must(t, r.window.Click(rowAt(2, 300), x11.Left)) // and what follows is logged
	must(t, r.window.Changed(shown.Rect, shown, patience))
	r.press("ctrl+r")
	r.settled()
	must(t, r.cmd.Process.Signal(syscall.SIGTERM))
	r.waitEnd()

	for _, command := range []string{"--help", "--version", "--demo-server 127.0.0.1:0", "--demo-server 127.0.0.1:0 --json"} {
		d.printToNobody(strings.Fields(command)...)
	}
}

// printToNobody starts the program with a standard output that nobody reads. It checks that the program ends with status
// 0 and prints no error.
func (d *desk) printToNobody(args ...string) {
	d.t.Helper()
	read, write, err := os.Pipe()
	must(d.t, err)
	must(d.t, read.Close())
	defer write.Close()
	cmd := exec.Command(program, args...)
	said := &logBuffer{}
	cmd.Env, cmd.Stdout, cmd.Stderr = d.env, write, said
	if err := cmd.Run(); err != nil || said.String() != "" {
		d.t.Errorf("%v ended with %v and said %q", args, err, said)
	}
}
