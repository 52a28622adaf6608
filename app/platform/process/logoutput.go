package process

import (
	"os"
	"time"
)

// LogOutput writes log lines to a file. It drops lines while writing would block, for example because a pipe is full or a
// terminal is stopped, so that the window never waits. It must be used by one goroutine at a time.
type LogOutput struct {
	file *os.File
	full bool // the last line was dropped
}

// NewLogOutput returns a LogOutput that writes to file.
func NewLogOutput(file *os.File) *LogOutput { return &LogOutput{file: file} }

// logLimit is how long Write waits for a slow reader before it drops the first line.
const logLimit = 100 * time.Millisecond

// Write implements io.Writer. A line that is dropped counts as written.
func (o *LogOutput) Write(line []byte) (int, error) {
	limit := logLimit
	if o.full {
		limit = 0
	}
	if o.full = !canWrite(o.file, limit); o.full {
		return len(line), nil
	}
	return o.file.Write(line)
}
