// Package e2e drives the built program in a real window, with real key presses and clicks and a real gnome-keyring. The
// demo back end runs in the test's process. The tests check the results from outside: the requests to the back end, the
// contents of the keyring and the clipboard, and the pixels of the window.
package e2e

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

var program string // the application under test, built by TestMain once for all

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(runAll(m))
}

func runAll(m *testing.M) int {
	if testing.Short() {
		fmt.Println("-short opens no windows")
		return 0
	}
	dir, err := os.MkdirTemp("", "access-keys-e2e")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "access-keys")
	if err := build("../..", program); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// TestProgramIsTheOneOfTheSources opens all source files of the program. go test does not know that these tests build the
// program, but it records the files that tests open: so it runs the tests again when one has changed.
func TestProgramIsTheOneOfTheSources(t *testing.T) {
	must(t, filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "build"):
			return filepath.SkipDir
		case d.IsDir():
			return nil
		}
		_, err = os.Stat(path)
		return err
	}))
}

func build(pkg, out string) error { return buildWith(buildFlags(), pkg, out) }

func buildWith(flags []string, pkg, out string) error {
	cmd := exec.Command("go", append(append([]string{"build"}, flags...), "-o", out, pkg)...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("building %s: %w", pkg, err)
	}
	return nil
}
