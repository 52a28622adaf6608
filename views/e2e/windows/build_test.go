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

// Without console windows, as people get it; without accessibility, which Wine lacks what it takes for.
var programFlags = []string{"-trimpath", "-tags", "migrated_fynedo", "-ldflags", "-s -w -H windowsgui -X main.version=wine"}

// buildAll makes everything that runs on Wine.
func buildAll(dir string) error {
	fmt.Fprintln(os.Stderr, "building for Windows, which takes minutes the first time")
	out := func(name string) string { return filepath.Join(dir, name) }
	if err := command(exec.Command(compiler, "-O2", "-s", "-shared", "-o", out("bcryptprimitives.dll"),
		"stub/bcryptprimitives.c")); err != nil {
		return err
	}
	if err := goForWindows("1", append([]string{"build", "-o", out("access-keys.exe")}, append(programFlags, module)...)...); err != nil {
		return err
	}
	for _, small := range []string{"peek", "keeper"} {
		if err := goForWindows("0", "build", "-o", out(small+".exe"), "./"+small); err != nil {
			return err
		}
	}
	return goForWindows("0", "test", "-c", "-o", out("app.test.exe"), "accesskeys/app")
}

func goForWindows(cgo string, args ...string) error {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED="+cgo, "CC="+compiler)
	return command(cmd)
}

func command(cmd *exec.Cmd) error {
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", cmd, err)
	}
	return nil
}
