package e2e

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"accesskeys/views/e2e/x11"
)

// measured is a program to start, and the area in which it shows its content.
type measured struct {
	name, path string
	args       []string
	area       image.Rectangle
}

// toolkitFlags make a program of the toolkit as it is, with nothing left out.
func toolkitFlags() []string {
	return []string{"-trimpath", "-tags", "migrated_fynedo", "-ldflags", "-s -w"}
}

// timed starts a program and waits until it is visibly ready. It returns how long that took, and the processor time used.
func (d *desk) timed(b *testing.B, m measured) (cmd *exec.Cmd, window *x11.Window, took, used time.Duration) {
	b.Helper()
	cmd = d.command(m.path, m.args...)
	cmd.Stderr = &logBuffer{}
	started := time.Now()
	must(b, cmd.Start())
	for time.Since(started) < allPatience {
		if window == nil {
			window, _ = d.display.Window(cmd.Process.Pid)
		} else if picture, err := window.Part(m.area); err == nil && inked(picture) {
			return cmd, window, time.Since(started), cpuTime(b, cmd.Process.Pid)
		}
		time.Sleep(time.Millisecond) // looking takes the X server from the program
	}
	b.Fatalf("%s showed nothing", m.name)
	return nil, nil, 0, 0
}

// inked reports whether there is text in a picture: something in strong contrast to its corner.
func inked(p *image.RGBA) bool {
	for i := 0; i < len(p.Pix); i += 4 {
		if d := int(p.Pix[i]) - int(p.Pix[0]); d > 96 || d < -96 {
			return true
		}
	}
	return false
}

// end stops a program. If that takes long, it reports where the program hangs.
func end(b *testing.B, cmd *exec.Cmd) {
	b.Helper()
	must(b, cmd.Process.Signal(syscall.SIGTERM))
	hung := time.AfterFunc(patience, func() { _ = cmd.Process.Signal(syscall.SIGQUIT) })
	_ = cmd.Wait() // the bare window knows no signals
	if !hung.Stop() {
		b.Fatalf("the program did not end:\n%s", cmd.Stderr)
	}
}

// pss returns a process's proportional set size in KiB: its memory, with shared pages divided among their users.
func pss(b *testing.B, pid int) int {
	b.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	must(b, err)
	for line := range strings.Lines(string(data)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "Pss:" {
			kib, err := strconv.Atoi(fields[1])
			must(b, err)
			return kib
		}
	}
	b.Fatal("no PSS in smaps_rollup")
	return 0
}
