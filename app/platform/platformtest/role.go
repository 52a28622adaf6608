//go:build linux

package platformtest

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"

	"accesskeys/app/apptest/check"
)

// RoleEnv names the role of a process that a test starts of itself: see Play.
const RoleEnv = "ACCESSKEYS_TEST_ROLE"

// Nobody is a user that may not do what root may.
const Nobody = 65534

// Play does what the process is there for, if a test started it. Each package calls it in its TestRole.
func Play(t *testing.T, roles map[string]func() error) {
	t.Helper()
	role := os.Getenv(RoleEnv)
	if role == "" {
		t.Skip("other tests run it")
	}
	check.Must(t, roles[role]())
}

// Stay says that it is there, until its input ends.
func Stay() error {
	fmt.Println("ready")
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}

// StartProgram starts a program that runs until the test ends.
func StartProgram(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	cmd.Stderr = t.Output()
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v: install the packages xvfb and openbox", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
}
