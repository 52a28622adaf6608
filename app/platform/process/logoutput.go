package process

import (
	"os"
	"time"
)

// LogOutput writes log lines to a file. Where nothing reads the file, a full pipe or a terminal that was stopped, it
// drops them: the window must not wait for that. It is for one goroutine at a time.
type LogOutput struct {
	file *os.File
	full bool
}

// NewLogOutput returns one that writes to file.
func NewLogOutput(file *os.File) *LogOutput { return &LogOutput{file: file} }

// logPatience is how long a slow reader is waited for, once.
const logPatience = 100 * time.Millisecond

// Write implements io.Writer. A line that is dropped counts as written.
func (o *LogOutput) Write(line []byte) (int, error) {
	limit := logPatience
	if o.full {
		limit = 0
	}
	if o.full = !takesMore(o.file, limit); o.full {
		return len(line), nil
	}
	return o.file.Write(line)
}
