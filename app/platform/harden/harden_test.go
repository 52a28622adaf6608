//go:build linux

package harden_test

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"

	"github.com/godbus/dbus/v5"
	"golang.org/x/sys/unix"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/harden"
	"accesskeys/app/platform/platformtest"
)

// TestRole is not a test but what the processes of the tests below do.
func TestRole(t *testing.T) {
	roles := map[string]func() error{
		"plain":    platformtest.Stay,
		"hardened": func() error { return errors.Join(harden.Process(), platformtest.Stay()) },
		"crash":    crash,
		"hardened crash": func() error {
			return errors.Join(harden.Process(), crash())
		},
		"look at plain":    func() error { return lookAt("plain") },
		"look at hardened": func() error { return lookAt("hardened") },
		"desktop program":  beDesktopProgram,
	}
	platformtest.Play(t, roles)
}

// crash ends the process in a way that writes a core file if that is allowed.
func crash() error {
	limit := unix.Rlimit{}
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &limit); err != nil {
		return err
	}
	limit.Cur = min(limit.Max, 1<<20) // enough to see that there is one
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &limit); err != nil {
		return err
	}
	debug.SetTraceback("crash")
	go panic("as wanted")
	select {}
}

// lookAt starts a process with a role and prints what can be seen of it. It is the parent process, because Yama lets only
// parents inspect a process.
func lookAt(role string) error {
	cmd := exec.Command("/proc/self/exe", "-test.run=^TestRole$")
	cmd.Env = append(os.Environ(), platformtest.RoleEnv+"="+role)
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	for lines := bufio.NewScanner(out); lines.Scan() && lines.Text() != "ready"; {
	}
	dir := filepath.Join("/proc", fmt.Sprint(cmd.Process.Pid))
	memory, err := os.Open(filepath.Join(dir, "mem"))
	fmt.Println("memory:", err == nil)
	_ = memory.Close()
	limits, err := os.ReadFile(filepath.Join(dir, "limits"))
	fmt.Println(string(limits))
	return errors.Join(err, in.Close(), cmd.Wait())
}

// beDesktopProgram hardens the process and then does what the application needs.
func beDesktopProgram() error {
	if err := harden.Process(); err != nil {
		return err
	}
	dumpable, err := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0)
	if err != nil || dumpable != 0 {
		return fmt.Errorf("dumpable: %d, %v", dumpable, err)
	}
	if _, err := os.ReadDir("/proc/self/fd"); err != nil {
		return err
	}
	if _, err := os.ReadFile("/proc/self/maps"); err != nil {
		return err
	}
	if _, err := os.Readlink("/proc/self/exe"); err != nil {
		return err
	}
	// A child process, such as a clipboard tool, is not affected.
	if _, err := exec.Command("cat", "/proc/self/environ").Output(); err != nil {
		return fmt.Errorf("child: %w", err)
	}
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		return err
	}
	return conn.Close()
}

// runAs runs a process of this test binary with a role, as nobody if the test is root.
func runAs(t *testing.T, role string) (out string, state *os.ProcessState) {
	t.Helper()
	dir := openDir(t)
	binary := filepath.Join(dir, "test")
	self, err := os.ReadFile("/proc/self/exe")
	check.Must(t, err)
	check.Must(t, os.WriteFile(binary, self, 0o755))
	cmd := exec.CommandContext(t.Context(), binary, "-test.run=^TestRole$")
	cmd.Dir = dir
	// The race detector would otherwise delay the end of the process by a second.
	cmd.Env = append(os.Environ(), platformtest.RoleEnv+"="+role, "GORACE=atexit_sleep_ms=0")
	cmd.SysProcAttr = &syscall.SysProcAttr{}
	if os.Getuid() == 0 {
		check.Must(t, os.Chmod(dir, 0o777))
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: platformtest.Nobody, Gid: platformtest.Nobody}
	}
	text, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(text), cmd.ProcessState
}

// openDir makes a directory that everyone can enter.
func openDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "desktop")
	check.Must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	check.Must(t, os.Chmod(dir, 0o755))
	return dir
}

func TestMemoryIsOutOfReach(t *testing.T) {
	if out, _ := runAs(t, "look at plain"); !strings.Contains(out, "memory: true") {
		t.Skipf("here nobody can look at another process's memory anyway:\n%s", out)
	}
	out, state := runAs(t, "look at hardened")
	if !strings.Contains(out, "memory: false") || !state.Success() {
		t.Errorf("another process of the same user can look at the memory:\n%s", out)
	}
	if !regexp.MustCompile(`Max core file size +0 +0 `).MatchString(out) {
		t.Errorf("a core file is not limited to nothing:\n%s", out)
	}
}

func TestCrashLeavesNoCore(t *testing.T) {
	if _, state := runAs(t, "crash"); !dumped(state) {
		t.Skip("here no core is written anyway")
	}
	out, state := runAs(t, "hardened crash")
	if !strings.Contains(out, "as wanted") || dumped(state) {
		t.Errorf("%v\n%s", state, out)
	}
}

func dumped(state *os.ProcessState) bool {
	status, ok := state.Sys().(syscall.WaitStatus)
	return ok && status.CoreDump()
}

func TestHardenedProgramWorks(t *testing.T) {
	bus := platformtest.StartBus(t, "unix:dir="+openDir(t))
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", bus.Address)
	if out, state := runAs(t, "desktop program"); !state.Success() {
		t.Errorf("%v\n%s", state, out)
	}
}
