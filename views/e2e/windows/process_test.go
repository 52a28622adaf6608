//go:build wine

package windows

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// endOf waits until a program has ended, and is how.
func endOf(cmd *exec.Cmd) error {
	late := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	err := cmd.Wait()
	if !late.Stop() {
		return errors.New("it did not end")
	}
	return err
}

// logFile is where a program prints to. It is no pipe: Wine's desktop goes on after the program with a window that has
// started it, as long as there is another, and would hold a pipe open.
type logFile struct{ *os.File }

func newLogFile(t *testing.T) logFile {
	t.Helper()
	file, err := os.OpenFile(filepath.Join(t.TempDir(), "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	must(t, err)
	t.Cleanup(func() { _ = file.Close() })
	return logFile{file}
}

// String is what was printed until now.
func (f logFile) String() string {
	printed, err := os.ReadFile(f.Name())
	if err != nil {
		return err.Error()
	}
	return string(printed)
}

// output is what a program prints, which is to end well.
func output(t *testing.T, cmd *exec.Cmd) []byte {
	t.Helper()
	out, errors := newLogFile(t), newLogFile(t)
	cmd.Stdout, cmd.Stderr = out.File, errors.File
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, errors)
	}
	return []byte(out.String())
}
