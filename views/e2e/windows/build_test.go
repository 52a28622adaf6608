//go:build wine

package windows

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

const (
	compiler = "x86_64-w64-mingw32-gcc"
	module   = "../../.."
)

// testedPackages are packages of app with tests that run on Windows only. Those have Windows in their names.
var testedPackages = []string{"keyring", "platform/process", "platform/screenlock", "platform/winapi"}

// buildAll makes everything that runs on Wine.
func buildAll(dir string) error {
	fmt.Fprintln(os.Stderr, "building for Windows, which takes minutes the first time")
	out := func(name string) string { return filepath.Join(dir, name) }
	if err := command(exec.Command(compiler, "-O2", "-s", "-shared", "-o", out("bcryptprimitives.dll"),
		"stub/bcryptprimitives.c")); err != nil {
		return err
	}
	if err := command(exec.Command("make", "-C", module, "windows", "VERSION=0.0.0-test", "BINARY="+out("access-keys"))); err != nil {
		return err
	}
	for _, small := range []string{"peek", "keeper"} {
		if err := goForWindows("build", "-o", out(small+".exe"), "./"+small); err != nil {
			return err
		}
	}
	for _, tested := range testedPackages {
		if err := goForWindows("test", "-c", "-o", out(filepath.Base(tested)+".test.exe"), "accesskeys/app/"+tested); err != nil {
			return err
		}
	}
	return nil
}

func goForWindows(args ...string) error {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	return command(cmd)
}

func command(cmd *exec.Cmd) error {
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", cmd, err)
	}
	return nil
}
