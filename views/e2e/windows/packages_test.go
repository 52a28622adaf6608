//go:build wine

package windows

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestPackages runs tests of packages that need Windows: of the system's keyring, which is Wine's Credential Manager
// here, and of how its functions are called.
func TestPackages(t *testing.T) {
	for _, name := range testedPackages {
		t.Run(name, func(t *testing.T) {
			tests := machine.program(filepath.Base(name)+".test", "-test.run=Windows", "-test.v", "-test.timeout=1m")
			out, err := tests.CombinedOutput()
			if err != nil || !strings.Contains(string(out), "--- PASS: Test") {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}
