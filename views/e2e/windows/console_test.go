//go:build wine

package windows

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A GUI program has no console of its own, so it would print to nowhere.
func TestPrintsInTheConsoleItWasStartedFrom(t *testing.T) {
	for _, c := range []struct {
		arg, says string
		status    uint32
	}{
		{"--version", "access-keys 0.0.0-test", 0},
		{"--help", "Usage: access-keys [flags]", 0},
		{"--bogus", "access-keys: unknown flag: --bogus", 1},
	} {
		t.Run(c.arg, func(t *testing.T) {
			got := peek(t, "console", programPath(), c.arg)
			if !strings.Contains(got.Told, c.says) || got.Status != c.status {
				t.Errorf("the console says %q, and the status is %d", got.Told, got.Status)
			}
		})
	}
}

// Ctrl+C answers the program's question with no.
func TestCtrlCCancelsForgettingEverything(t *testing.T) {
	got := peek(t, "interrupt", "(y/n)", programPath(), "--forget-everything")
	if !strings.HasSuffix(got.Told, "Nothing was removed.") || got.Status != 1 {
		t.Errorf("the console says %q, and the status is %d", got.Told, got.Status)
	}
}

// Without a console, nobody would read what is printed.
func TestErrorIsToldInAMessageBox(t *testing.T) {
	got := peek(t, "start", "Access Keys", programPath(), "--bogus")
	if got.Told != "unknown flag: --bogus" || got.Status != 1 {
		t.Errorf("the message is %q, and the status %d", got.Told, got.Status)
	}
}

// A virtual machine or a remote desktop often has no OpenGL.
func TestMissingOpenGLIsToldInAMessageBox(t *testing.T) {
	bare, err := machine.startXvfb("-extension", "GLX")
	must(t, err)
	start := machine.program("peek", "start", "Access Keys", programPath())
	start.Env = append(slices.Clone(machine.env), "DISPLAY="+bare)
	var got endedProgram
	must(t, json.Unmarshal(output(t, start), &got))
	if !strings.Contains(got.Told, "put Mesa's opengl32.dll beside the program") || got.Status != 1 {
		t.Errorf("the message is %q, and the status %d", got.Told, got.Status)
	}
}

func programPath() string {
	return `Z:` + strings.ReplaceAll(filepath.Join(machine.dir, "access-keys.exe"), "/", `\`)
}

// endedProgram is what peek prints of a program that it started.
type endedProgram struct {
	Status uint32
	Told   string
}

func peek(t *testing.T, args ...string) (e endedProgram) {
	t.Helper()
	must(t, json.Unmarshal(output(t, machine.program("peek", args...)), &e))
	return e
}
