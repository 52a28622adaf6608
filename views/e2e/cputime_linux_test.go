package e2e

import (
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// cpuTime returns the processor time that a process has used.
func cpuTime(t testing.TB, pid int) time.Duration {
	t.Helper()
	const scheduled = 2 // the clock that counts in nanoseconds; see clock_getcpuclockid(3)
	var used unix.Timespec
	must(t, unix.ClockGettime(int32(^pid<<3|scheduled), &used))
	return time.Duration(used.Nano())
}
