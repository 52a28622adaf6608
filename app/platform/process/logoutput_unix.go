//go:build unix

package process

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// canWrite waits up to limit until writing a line to file would not block, and reports whether that is so.
func canWrite(file *os.File, limit time.Duration) bool {
	raw, err := file.SyscallConn()
	if err != nil {
		return true // the write will return the error
	}
	ready := true
	err = raw.Control(func(fd uintptr) {
		file := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLOUT}}
		n, err := unix.Poll(file, int(limit.Milliseconds()))
		for errors.Is(err, unix.EINTR) {
			n, err = unix.Poll(file, 0)
		}
		ready = n > 0 || err != nil
	})
	return ready || err != nil
}
