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

// RoleEnv is the environment variable with the role of a process that a test starts from its own binary. See Play.
const RoleEnv = "ACCESSKEYS_TEST_ROLE"

// Nobody is the ID of a user without the rights of root.
const Nobody = 65534

// Play plays the process's role if a test started the process, and skips the test otherwise. Each package calls it in its
// TestRole.
func Play(t *testing.T, roles map[string]func() error) {
	t.Helper()
	role := os.Getenv(RoleEnv)
	if role == "" {
		t.Skip("other tests run it")
	}
	check.Must(t, roles[role]())
}

// Stay prints that it is ready and returns when its input ends.
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
