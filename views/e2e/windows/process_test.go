//go:build wine

package windows

import (
	"bytes"
	"errors"
	"os/exec"
	"sync"
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

// logBuffer keeps what a program prints.
type logBuffer struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (b *logBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.all.Write(p)
}

func (b *logBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.all.String()
}
