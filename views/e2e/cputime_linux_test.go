package e2e

import (
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// cpuTime is what a process has used of the processor.
func cpuTime(t testing.TB, pid int) time.Duration {
	t.Helper()
	const scheduled = 2 // the clock that counts in nanoseconds; see clock_getcpuclockid(3)
	var used unix.Timespec
	must(t, unix.ClockGettime(int32(^pid<<3|scheduled), &used))
	return time.Duration(used.Nano())
}
