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

// endOf waits until a program has ended, and returns how.
func endOf(cmd *exec.Cmd) error {
	late := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	err := cmd.Wait()
	if !late.Stop() {
		return errors.New("it did not end")
	}
	return err
}

// logFile is the file that receives a program's output. It is not a pipe: the first program with a window starts Wine's
// desktop process, which outlives it while other windows exist and would keep a pipe open.
type logFile struct{ *os.File }

func newLogFile(t *testing.T) logFile {
	t.Helper()
	file, err := os.OpenFile(filepath.Join(t.TempDir(), "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	must(t, err)
	t.Cleanup(func() { _ = file.Close() })
	return logFile{file}
}

// String returns the output so far.
func (f logFile) String() string {
	printed, err := os.ReadFile(f.Name())
	if err != nil {
		return err.Error()
	}
	return string(printed)
}

// output runs a program, which must end with status 0, and returns its output.
func output(t *testing.T, cmd *exec.Cmd) []byte {
	t.Helper()
	out, errors := newLogFile(t), newLogFile(t)
	cmd.Stdout, cmd.Stderr = out.File, errors.File
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, errors)
	}
	return []byte(out.String())
}
