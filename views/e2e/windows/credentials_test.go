//go:build wine

package windows

import (
	"strings"
	"testing"
)

// TestCredentialManager runs the keyring package's own tests of the system's keyring.
func TestCredentialManager(t *testing.T) {
	tests := machine.program("keyring.test", "-test.run=^TestWindows", "-test.v", "-test.timeout=1m")
	out, err := tests.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: TestWindows") {
		t.Errorf("%v\n%s", err, out)
	}
}
