package e2e

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"accesskeys/client/demo"
)

const growthRounds = 630 // enough to take longer than the toolkit caches drawings

// BenchmarkGrowth reports the program's memory after much use, as a multiple of its memory after the start.
func BenchmarkGrowth(b *testing.B) {
	s := backend(b, demo.Options{Keys: 20})
	for b.Loop() {
		r := newDesk(b, true).signedIn(s)
		r.settled()
		start := memoryOf(b, r.cmd.Process.Pid)
		for i := range growthRounds {
			r.use(i)
		}
		used := memoryOf(b, r.cmd.Process.Pid)
		b.ReportMetric(start.total(), "MiB-start")
		b.ReportMetric(used.total(), "MiB-used")
		b.ReportMetric(used.total()/start.total(), "times-the-start")
		b.Logf("start %v", start)
		b.Logf("used  %v", used)
		r.stop()
	}
}

// use carries out one typical act of users, a different one in each round, and waits until the window shows the result.
func (r *running) use(round int) {
	r.t.Helper()
	row := rowAt(round/6%8, showX)
	switch round % 6 {
	case 0: // shows
		r.click(row)
	case 1: // hides
		_, _ = r.window.Still(doublePress, 2*time.Second)
		r.click(row)
	case 2:
		r.press("ctrl+c")
	case 3:
		r.press("ctrl+f")
		r.typeIn(string("abcdef0123456789"[round/6%16]))
		r.press("Escape")
	case 4:
		r.click(titleAt)
	case 5:
		r.press("F5")
	}
	_, _ = r.window.Still(50*time.Millisecond, 2*time.Second) // messages may come and go all the time
}

// memory is the size of a process in main memory, in MiB, by purpose.
type memory map[string]float64

func (m memory) total() float64 {
	sum := 0.0
	for _, size := range m {
		sum += size
	}
	return sum
}

// String formats the sum and the parts.
func (m memory) String() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%.1f MiB:", m.total())
	for _, kind := range []string{"Go", "malloc", "anonymous", "shared", "program", "Mesa", "libraries"} {
		fmt.Fprintf(&text, " %s %.1f", kind, m[kind])
	}
	return text.String()
}

// memoryOf reads the memory of a process.
func memoryOf(t testing.TB, pid int) memory {
	t.Helper()
	file, err := os.Open(fmt.Sprintf("/proc/%d/smaps", pid))
	must(t, err)
	defer file.Close()
	sizes := memory{}
	var kind string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if strings.Contains(fields[0], "-") {
			kind = kindOf(fields)
		} else if fields[0] == "Rss:" {
			var kib float64
			_, err := fmt.Sscan(fields[1], &kib)
			must(t, err)
			sizes[kind] += kib / 1024
		}
	}
	return sizes
}

// kindOf returns the purpose of a mapping, given its line in /proc/PID/smaps.
func kindOf(mapping []string) string {
	name := strings.Join(mapping[5:], " ")
	switch {
	case onArena(mapping[0]) && name == "":
		return "Go"
	case name == "[heap]":
		return "malloc"
	case name == "" || strings.HasPrefix(name, "["):
		return "anonymous"
	case strings.Contains(name, "memfd") || strings.Contains(name, "SYSV") || strings.Contains(name, "/dev/"):
		return "shared"
	case strings.HasSuffix(name, "/access-keys"):
		return "program"
	case strings.Contains(name, "gallium") || strings.Contains(name, "LLVM") || strings.Contains(name, "GLX"):
		return "Mesa"
	}
	return "libraries"
}

// onArena reports whether a mapping begins where one of the Go heap's does: at a multiple of 4 MiB, high up but below
// where the system puts libraries.
func onArena(area string) bool {
	var from uint64
	_, err := fmt.Sscanf(area, "%x-", &from)
	return err == nil && from%(4<<20) == 0 && from>>32 != 0 && from>>40 < 0x7f
}
